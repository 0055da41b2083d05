"""Pieces that draw domain values."""
