"""Finds the dateline at the head of a paragraph: `PARIS (AFP) — `, `KUWAIT: `, `MOSCOW, July 6 (X) -`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.articles import signs

__all__ = ["Dateline", "find", "is_label"]

REACH = 110
"""How many characters a dateline may have."""

MARK = re.compile(
    r"""(?: \s*\((?P<agency>[^()]{1,40})\) | \s*/(?P<slashed>[^/]{2,30})/\.? )
        (?: \s*(?P<dash>[—–―] | --?(?=\s) | :(?=\s)) | (?=\s) )
      | \s*(?P<bare>[—–―] | -- | (?<=\s)-(?=\s) | (?<=[A-Z])-(?=\s) | :(?=\s))""",
    re.VERBOSE,
)
DATE = re.compile(r"(?:[^\W\d_]{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,9})(?:\s\d{4})?\.?")
YEAR = re.compile(r"(?:19|20)\d\d\.?")
DAY = re.compile(r"(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
LABEL = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’ -]{0,40}:\s")
SMALL = "al and bin da de del des di do du e el en la le les near of on sur the und y"
"""Words that names of places have without a capital."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: where it ends in its paragraph, and the date and the agency that it names."""

    end: int
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands before the mark that ends a dateline: places, a date, an outlet."""

    places: tuple[str, ...]
    date: str | None
    outlet: str | None

    @property
    def in_capitals(self) -> bool:
        """Whether it names a place in capitals, as only a dateline does."""
        letters = "".join(char for char in "".join(self.places[:1]) if char.isalpha())
        return len(letters) > 3 and letters.isupper()


def find(paragraph: str, *, at_head: bool, colon: bool) -> Dateline | None:
    """The dateline that a paragraph begins with.

    Args:
        paragraph: the paragraph.
        at_head: whether it is one of the first of its article, where a place in capitals is enough.
        colon: whether a place may end in a colon, as it may where nobody speaks as in a transcript.
    """
    head = paragraph[:REACH].replace("\n", " ")
    mark = MARK.search(head)
    lead = _lead(head[: mark.start()]) if mark else None
    if not mark or not lead:
        return None
    agency = mark["agency"] or mark["slashed"]
    dash = mark["dash"] or mark["bare"]
    if agency:
        fits = _fits_agency(lead, agency, dash=dash is not None)
    else:
        fits = at_head and (dash != ":" or colon or lead.date is not None) and _fits_alone(lead)
    end = mark.end() + len(head[mark.end() :]) - len(head[mark.end() :].lstrip())
    if not fits or not paragraph[end:].strip():
        return None
    return Dateline(end, lead.date, agency or lead.outlet)


def is_label(paragraph: str) -> bool:
    """Whether a paragraph begins with capitals and a colon, as each speech of a transcript does."""
    return LABEL.match(paragraph) is not None


def _lead(text: str) -> _Lead | None:
    """The parts of what stands before the mark, None where one of them belongs in no dateline."""
    places, date, outlet = [], "", None
    for part in (part.strip() for part in text.split(",")):
        if DATE.fullmatch(part) or (date and YEAR.fullmatch(part)):
            date = f"{date} {part.rstrip('.')}".strip()
        elif _is_outlet(part):
            outlet = part
        elif part and not DAY.fullmatch(part):
            if not _is_place(part):
                return None
            places.append(part)
    return _Lead(tuple(places), date or None, outlet) if len(places) <= 3 else None


def _is_outlet(part: str) -> bool:
    words = part.split()
    if part.lower() in signs.whole("agencies", "names"):
        return True
    return 2 <= len(words) <= 3 and words[-1].lower() in signs.words("outlets", "words")


def _is_place(part: str) -> bool:
    words = part.split()
    if (
        len(words) > 6
        or not part[0].isupper()
        or part.upper().split()[0] in signs.words("no_datelines", "words")
    ):
        return False
    return all(word[0].isupper() or word.lower() in SMALL.split() or not word[0].isalpha() for word in words)


def _fits_agency(lead: _Lead, agency: str, *, dash: bool) -> bool:
    known = agency.lower() in signs.whole("agencies", "names")
    if not dash:  # a sentence may begin "Agence France-Presse (AFP) said"
        bare = not lead.places and not lead.outlet
        return (known and bare) or (lead.in_capitals and agency[0].isupper() and len(agency.split()) <= 4)
    if known:
        return True
    return agency[0].isupper() and (lead.in_capitals or (lead.date is not None and bool(lead.places)))


def _fits_alone(lead: _Lead) -> bool:
    if lead.date:
        return bool(lead.places or lead.outlet)
    return lead.in_capitals and len(lead.places) <= 2
