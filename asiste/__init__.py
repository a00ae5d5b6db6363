"""Asiste: technical assistance of the Subsecretaría Distrital de Fortalecimiento Institucional, Bogotá."""
