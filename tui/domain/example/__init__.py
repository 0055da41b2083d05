"""An example life told as a script, and played back as records."""
