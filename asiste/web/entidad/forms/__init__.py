"""Forms of the people of the entities, by concept."""
