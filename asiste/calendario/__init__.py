"""Business days and the deadline ledger."""
