"""Forms of the team, by concept."""
