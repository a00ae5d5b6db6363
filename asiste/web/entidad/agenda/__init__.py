"""Pages of the agenda for the people of the entities."""
