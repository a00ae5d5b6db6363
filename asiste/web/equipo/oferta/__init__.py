"""Pages of the yearly offer and of its coverage."""
