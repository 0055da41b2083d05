"""Talks with supporters: what the log says, how often, who is due, and what to know before one."""
