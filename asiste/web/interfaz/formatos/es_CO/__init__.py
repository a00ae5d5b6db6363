"""Spanish of Colombia."""
