"""The sheets of an exercise's workbook, one a module."""
