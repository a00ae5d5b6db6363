"""Who did what and when: append-only and chained."""
