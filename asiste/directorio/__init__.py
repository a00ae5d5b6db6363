"""Sectors, entities, offices, staff, allocation of advisers and contacts."""
