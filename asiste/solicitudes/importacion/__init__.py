"""The workbooks that the offices keep: opened without trusting them, understood, and told row by row."""
