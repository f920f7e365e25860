from __future__ import annotations
def read(text,page): return []
