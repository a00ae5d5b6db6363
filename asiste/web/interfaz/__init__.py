"""Base templates, components, styles and icons shared by the three surfaces."""
