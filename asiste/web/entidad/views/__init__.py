"""Pages of the entities, by concept."""
