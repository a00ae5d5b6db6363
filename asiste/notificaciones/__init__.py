"""Outbox of mails, with retries."""
