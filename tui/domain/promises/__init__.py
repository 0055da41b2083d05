"""What waits on somebody: asks, offers and what comes next."""
