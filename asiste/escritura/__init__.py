"""What several people write at once, whatever it is: an answer, minutes, a concept."""
