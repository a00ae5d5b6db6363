"""The indicators of document management, read: compared, in a table, from a workbook."""
