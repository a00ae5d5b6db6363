"""What each address of the offer answers."""
