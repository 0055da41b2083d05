"""Figures next to what they are compared with, taken in one run: `make bench` prints the table."""
