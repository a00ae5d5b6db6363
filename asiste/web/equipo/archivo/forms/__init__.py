"""Forms of the focalised assistance."""
