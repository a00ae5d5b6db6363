"""What each public address of the agenda answers."""
