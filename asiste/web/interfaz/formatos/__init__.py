"""Formats of dates and numbers by locale (FORMAT_MODULE_PATH)."""
