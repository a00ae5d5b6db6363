"""Topics, modalities, levels, channels and service agreements."""
