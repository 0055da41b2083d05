"""Words and texts: what is kept of them, how they are compared, listed and filled in."""
