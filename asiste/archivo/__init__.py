"""The focalised assistance of the archive: plans agreed with each entity, their cycle and their indicators."""
