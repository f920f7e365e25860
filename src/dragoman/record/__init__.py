"""What several articles' claims add up to: records, recomputed from claims and never edited.

Everything here is pure. It does not know how claims are found in a text or where they are kept.
"""

from __future__ import annotations

from dragoman.record.judgements import moved, stand
from dragoman.record.merging import keys, keys_of, merge, records, settle
from dragoman.record.told import company_of

__all__ = ["company_of", "keys", "keys_of", "merge", "moved", "records", "settle", "stand"]
