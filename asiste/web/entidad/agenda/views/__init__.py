"""What each address of the agenda of the entities answers."""
