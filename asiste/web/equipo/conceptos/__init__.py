"""Pages where the team writes, reviews and signs concepts."""
