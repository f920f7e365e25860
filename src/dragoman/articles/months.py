"""Knows the months by name: English ones at once, those of other languages through dateparser."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = ["is_english", "number", "parse"]

NAMES = "january february march april may june july august september october november december"
ENGLISH = tuple(NAMES.split())
SHORT = {**{name[:3]: number for number, name in enumerate(ENGLISH, 1)}, "sept": 9}


def is_english(word: str) -> bool:
    """Whether a word names a month in English, in full or cut short."""
    word = word.lower().rstrip(".")
    return word in ENGLISH or word in SHORT


@lru_cache(maxsize=4096)
def number(word: str) -> int | None:
    """The number of the month that a word names in any language that dateparser knows."""
    word = word.lower().rstrip(".")
    if word in ENGLISH:
        return ENGLISH.index(word) + 1
    if word in SHORT:
        return SHORT[word]
    found = parse(f"7 {word} 2017")
    return int(found[5:7]) if found and found.startswith("2017-") and found.endswith("-07") else None


@lru_cache(maxsize=4096)
def parse(text: str) -> str | None:
    """The day that a text tells in any language that dateparser knows, as a TIMEX value."""
    found = _parser().get_date_data(re.sub(r"\s+", " ", text)[:80])
    return found.date_obj.date().isoformat() if found.date_obj and found.period in {"day", "time"} else None


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser

    return DateDataParser(settings={"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]})
