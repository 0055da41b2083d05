"""What the pages need of the app, made real: the store it follows, saving, and the keys it tells of."""
