"""Pages where the team takes care of the bank."""
