"""Pages of the agenda for anyone, without signing in."""
