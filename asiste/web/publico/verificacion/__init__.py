"""Checking a document that was issued: by its code, by its QR or with the file at hand."""
