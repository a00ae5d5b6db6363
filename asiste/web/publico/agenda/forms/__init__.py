"""Public forms of the agenda."""
