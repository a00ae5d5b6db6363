"""A believable city to try the platform with; never in a real installation."""
