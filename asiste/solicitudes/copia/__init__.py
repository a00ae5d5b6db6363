"""A whole case as a ZIP: index, sheet, files and mails, with pages, bytes and hashes."""
