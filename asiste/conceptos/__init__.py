"""Concepts: written, reviewed, signed by who may, told to who asked, and published or set apart."""
