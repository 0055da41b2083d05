"""Allies: the network of support behind your goals."""

__version__ = "0.1.0"
