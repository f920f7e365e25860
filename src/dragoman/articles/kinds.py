"""Tells what kind of block a line is by its own words alone, whatever stands around it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.articles import dates, signs
from dragoman.articles.lines import count_words, is_terminated
from dragoman.types import BlockKind

__all__ = ["is_byline", "is_credit", "is_headline", "is_item", "is_outlet", "is_people", "is_prose", "kind"]

PROMPT = 260
"""The most characters that a line around the report has: a prompt, a credit, a link."""

NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*|(?:de|del|der|van|von|bin|al|el|la|le|du|da|dos|ter|ben)\b)"
NAMES = rf"{NAME}(?:\s+{NAME}){{1,4}}"
PEOPLE = re.compile(rf"{NAMES}(?:(?:,\s*(?:and|&)?|\s+and|\s+&)\s*{NAMES}){{0,5}}", re.UNICODE)
BY = re.compile(
    rf"(?:By|BY|by|Text by|Story by|Words by|Report by|Por|Par|Von|Di|Door)\s*:?\s+(?=[A-ZÀ-ÖØ-Þ]){NAME}"
)
BULLET = re.compile(r"(?:[•·*▪●‣]|[-–—]{1,2})\s*")
POST = re.compile(
    r"(?:—|–|--?)\s*[^()]{1,60}\(@\w{1,30}\)|^RT @\w|pic\.twitter\.com/\w+\W*$|^[^()]{1,60}\(@\w{1,30}\)"
)
FLAT = re.compile(r"[\W_]+")
MORE = re.compile(r"(?:more|related|watch|read)\s?:\S", re.IGNORECASE)
AGO = re.compile(
    r"(?:about |over |almost )?(?:\d+|an?|one|two) (?:minute|hour|day|week|month|year)s? ago\W*",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"(?:last |first )?(?:updated?|published|posted|modified|corrected)\b(?: (?:at|on))?\W{0,3}\d",
    re.IGNORECASE,
)
TIMED = re.compile(r"updated? (?:at|on) [^.]{0,30}\.?\W*$", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
ENDED = re.compile(r"\w{4,}[.:;!?…]\W*$")
FOLLOW = re.compile(
    r"Follow\s+(?:@|https?:|(?:[\w.'’-]+\s+){1,6}(?:on|at)\s+(?:Twitter|Facebook|@|https?:|Instagram))"
)
HEADING = re.compile(r"#{1,6}\s+\S")
SIZE_OF_HEADLINE = 160
POST_SIZE = 500


@lru_cache(maxsize=4096)
def kind(text: str) -> BlockKind | None:
    """What a line is where its words alone tell it, None where it may be any part of the report."""
    if len(text) > PROMPT:
        return _kind_of_long(text)
    return next((found for test, found in TESTS if test(text)), None)


def _kind_of_long(text: str) -> BlockKind | None:
    if _is_quoted(text):
        return BlockKind.QUOTE
    if signs.starts("captions", "starts").match(text) or _ends_in_credit(text[-120:]):
        return BlockKind.CAPTION
    if text[0] == "©" or text.startswith("Copyright"):
        return BlockKind.NOTE
    return BlockKind.RELATED if signs.starts("related", "starts").match(text) and ":" in text[:30] else None


def is_prose(text: str) -> bool:
    """Whether a line reads as a paragraph: it ends as a sentence does, or is long, or a quotation."""
    if len(text) > SIZE_OF_HEADLINE or text.count(" ") >= 24:
        return True
    return is_terminated(text) and count_words(text) > 1


def is_headline(text: str) -> bool:
    """Whether a line could be a headline: short, a few words, not ended as a sentence is."""
    if not 8 <= len(text) <= SIZE_OF_HEADLINE or text.count(" ") < 1 or "\n" in text:
        return False
    if BULLET.match(text) or text[0].islower() or text[0] in "([{@#>":
        return False
    return not is_terminated(text) or (text[-1] in "?!" and text.count(" ") <= 16)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the report: `By Ann Lee`, `By Ann Lee and Bo Ek in Paris`."""
    return len(text) <= 120 and BY.match(text) is not None and not ENDED.search(text[-20:])


def is_people(text: str) -> bool:
    """Whether a line holds names of people and nothing else."""
    return len(text) <= 90 and PEOPLE.fullmatch(text) is not None


def is_item(text: str) -> bool:
    """Whether a line is an item of a list."""
    return BULLET.match(text) is not None


def is_outlet(text: str) -> bool:
    """Whether a short line names an outlet, an agency or a desk: `Daily Courier / News Desk`."""
    if len(text) > 60 or is_terminated(text):
        return False
    if text.lower() in signs.whole("agencies", "names"):
        return True
    words = FLAT.sub(" ", text).split()
    if not words or len(words) > 7 or not all(word[0].isupper() or len(word) <= 3 for word in words):
        return False
    last = [part.split()[-1].lower() for part in re.split(r"\s*[/|,]\s*", text.strip(" /|,")) if part.split()]
    return any(word in signs.words("outlets", "words") for word in last)


@cache
def _credit() -> re.Pattern[str]:
    words = signs.pattern(signs.phrases("captions", "credits"))
    return re.compile(
        rf"\(?{words}(?:\s+(?:credit|courtesy))?(?:\s+by|\s+of)?\s*(?::|/|\||©|by\b)\s*\S.{{0,80}}",
        re.IGNORECASE,
    )


@cache
def _ending_credit() -> re.Pattern[str]:
    houses = signs.pattern(signs.phrases("captions", "houses"))
    words = signs.pattern(signs.phrases("captions", "credits"))
    return re.compile(
        rf"""(?: (?:\w|\s)/\s*{houses} | \b{houses}\s*/\s*[\w .'’-]{{2,40}}
              | \b{words}\s?(?:credit|by)?\s?:\s?(?-i:[A-ZÀ-ÖØ-Þ])[\w ./'’-]{{1,60}}
              | \((?: {words}\s?(?:by|:|/)[^()]{{2,60}} | [^()]{{0,40}}/\s?{houses}
                    | {houses}\s?/[^()]{{2,40}} | [^()]{{0,30}}photos?\s?[:/][^()]{{2,40}} | file )\)
              | \[{houses}\] | \bAP\ Photo\b.{{0,40}} )\W*$""",
        re.IGNORECASE | re.VERBOSE,
    )


def is_credit(text: str) -> bool:
    """Whether a line says who took a picture, and nothing else: `Photo: AFP`."""
    return len(text) <= 100 and _credit().fullmatch(text.strip()) is not None


def _ends_in_credit(text: str) -> bool:
    return _ending_credit().search(text) is not None


def _is_quoted(text: str) -> bool:
    """Whether a line is marked as a quotation or is a post, as embedded ones are printed."""
    return text.startswith(">") or (len(text) <= POST_SIZE and POST.search(text) is not None)


def _is_bare(text: str) -> bool:
    """Whether a line has neither letters nor figures."""
    return not any(char.isalnum() for char in text)


def _is_caption(text: str) -> bool:
    return signs.starts("captions", "starts").match(text) is not None or _ends_in_credit(text[-120:])


def _is_heading(text: str) -> bool:
    """Whether a line is a heading in Markdown."""
    return HEADING.match(text) is not None


def _is_related(text: str) -> bool:
    if MORE.match(text) or signs.starts("related", "starts").match(text):
        return len(text) <= 160 or ":" in text[:30] or not is_terminated(text)
    return signs.ends("related", "ends").search(text[-40:]) is not None


def _is_note(text: str) -> bool:
    if (
        text.strip().lower() in signs.whole("notes", "whole")
        or AGO.fullmatch(text)
        or ADDRESS.fullmatch(text)
    ):
        return True
    if FOLLOW.match(text):
        return True
    if signs.starts("notes", "starts").match(text) or UPDATED.match(text) or TIMED.match(text):
        return len(text) <= 140 or not is_terminated(text) or not _is_sentence(text)
    lower = text.lower()
    return any(phrase in lower for phrase in signs.phrases("notes", "contains"))


def _is_signature(text: str) -> bool:
    """`-- Ann Lee`, `- Ann Lee and Bo Ek`: who wrote it, at its foot."""
    bullet = BULLET.match(text)
    return bullet is not None and is_people(text[bullet.end() :])


def _is_sentence(text: str) -> bool:
    return is_terminated(text) and count_words(text) > 12


TESTS = (
    (_is_quoted, BlockKind.QUOTE),
    (_is_heading, BlockKind.SUBHEAD),
    (_is_bare, BlockKind.NOTE),
    (is_credit, BlockKind.NOTE),
    (_is_related, BlockKind.RELATED),
    (_is_caption, BlockKind.CAPTION),
    (_is_note, BlockKind.NOTE),
    (dates.is_date_line, BlockKind.NOTE),
    (is_byline, BlockKind.BYLINE),
    (_is_signature, BlockKind.BYLINE),
)
