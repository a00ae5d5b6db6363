"""The bank of concepts and what else was learnt: technical lines, guides and instruments; search and suggestions."""
