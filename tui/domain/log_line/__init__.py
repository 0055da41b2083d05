"""A line typed in a hurry, and what it says: who, when, how, what passed, what was asked, what comes next."""
