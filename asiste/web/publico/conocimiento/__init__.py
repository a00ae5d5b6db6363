"""The public bank of concepts."""
