"""What each address of the agenda answers."""
