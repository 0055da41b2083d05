"""Reads the shipped content."""
