"""The attendance list: in words, as an archivable document and as a workbook."""
