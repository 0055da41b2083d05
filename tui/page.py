"""The base of pages."""
