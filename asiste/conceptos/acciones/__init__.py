"""What is done with a concept."""
