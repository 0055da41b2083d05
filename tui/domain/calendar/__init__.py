"""Days as people say, write and repeat them."""
