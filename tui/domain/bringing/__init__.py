"""Bringing people in: what an address book says that is new, and what becomes of it."""
