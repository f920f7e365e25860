"""Writes the record in the forms that others read: one module a format."""
