"""Pages of the focalised assistance of the archive for the people of the entities."""
