"""The yearly plan of each dirección: what it offers, to whom, and whom it has reached."""
