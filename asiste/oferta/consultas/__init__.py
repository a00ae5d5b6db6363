"""Reads of the offer that join several tables."""
