"""Mails of the agenda."""
