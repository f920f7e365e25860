"""Measures what Dragoman reads against annotated sets; not installed."""
