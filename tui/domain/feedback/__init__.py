"""What supporters said, from the queue through a verdict to a decision and word back."""
