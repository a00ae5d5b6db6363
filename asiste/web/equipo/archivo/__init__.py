"""Pages of the focalised assistance of the archive."""
