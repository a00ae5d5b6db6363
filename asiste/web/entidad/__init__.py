"""Pages for the contacts of an entity."""
