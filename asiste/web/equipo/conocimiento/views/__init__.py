"""Views of the bank for the team."""
