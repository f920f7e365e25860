"""Readers of the corpora, one file each, all giving passages; none of them needs torch."""
