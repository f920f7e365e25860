"""Puts the record into words: names, dates, doings, and the numbers of sources.

What a terminal prints and what a page shows is told in the same words. This package does not know on
what they are shown.
"""

from __future__ import annotations
