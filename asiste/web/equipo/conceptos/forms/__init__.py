"""Forms of the concepts."""
