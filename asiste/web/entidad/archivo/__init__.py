"""The focalised plan of the own entity."""
