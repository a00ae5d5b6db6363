"""Pages where the team keeps the bank."""
