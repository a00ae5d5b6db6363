"""Forms of the offer."""
