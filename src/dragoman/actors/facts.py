"""The built registry file, read once."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["facts"]


@lru_cache(maxsize=1)
def facts() -> dict[str, Any]:
    """All that `resources/build.py` wrote."""
    text = (files("dragoman") / "data" / "registry.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
