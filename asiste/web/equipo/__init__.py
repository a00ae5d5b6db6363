"""Pages for advisers, filing clerks and directors."""
