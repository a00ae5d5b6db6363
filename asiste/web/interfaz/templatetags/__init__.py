"""Tag library of the templates."""
