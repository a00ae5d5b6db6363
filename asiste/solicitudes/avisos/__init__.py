"""What the team is told of its cases: warnings of due dates and the digest of the day."""
