"""The portfolio, the agreements and the model of the archive, for anyone."""
