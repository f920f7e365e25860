"""Builds the language model that ships with Dragoman, from the corpora; not installed."""
