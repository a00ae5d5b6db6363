"""Incoming mail: reading, classing and dispatch."""
