"""Minutes and reports: what they say, who approves them, and the letters and links about them."""
