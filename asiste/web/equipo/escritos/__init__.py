"""The pages where several write, whatever the document."""
