"""Pages of the focalised assistance for the team of the archive."""
