"""Cuts an HTML tree into runs of words, each with what its elements say that it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from dragoman.articles import signs
from dragoman.articles.lines import is_terminated
from dragoman.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

__all__ = ["Run", "strip", "walk"]

HIDDEN = """
audio button canvas dialog embed head iframe math menu nav noscript object script select style svg template
textarea video
"""
"""Elements whose words are never part of a report."""

BLOCKS = """
address article aside blockquote body caption center cell dd details div dl dt fieldset figcaption figure
footer form graphic h1 h2 h3 h4 h5 h6 head header hr html item li list main ol p pre quote row section
summary table tbody td tfoot th thead tr ul
"""
"""Elements that stand on lines of their own: HTML's, and those of trafilatura's XML."""

BREAKS = frozenset({"br", "lb"})
LINKS = frozenset({"a", "ref"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})

BY_TAG = {
    **dict.fromkeys(HEADINGS, BlockKind.SUBHEAD),
    "aside": BlockKind.RELATED,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "quote": BlockKind.QUOTE,
}


BY_NAME = {
    "captions": BlockKind.CAPTION,
    "bylines": BlockKind.BYLINE,
    "deks": BlockKind.DEK,
    "notes": BlockKind.NOTE,
    "related": BlockKind.RELATED,
}
"""What the lists of names of elements in `signs.yaml` stand for."""

SIZE = 400
"""The most characters of an element that is a byline, a caption or the like by its name."""

NODES = 200
"""The most nodes of an element that are looked at to know its size."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand on a line of their own.

    `tag` is the innermost element around them that stands on lines of its own, `hint` what their elements
    say that they are, `parent` a number that runs of one parent share, `linked` the share that are links.
    """

    text: str
    tag: str
    hint: BlockKind | None
    parent: int
    linked: float

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading by its element."""
        return self.tag in HEADINGS


@dataclass(frozen=True, slots=True)
class _Frame:
    """An element that is open: its number, and what it says of its words."""

    tag: str
    hint: BlockKind | None
    number: int
    parent: int


_Words = list[tuple[str, bool]]
"""Stretches of words, and whether each is a link."""

BREAK = "\0"


def strip(root: HtmlElement) -> None:
    """Takes out of a tree what is never part of a report, such as scripts and navigation."""
    etree.strip_elements(root, *HIDDEN.split(), with_tail=False)


def walk(root: HtmlElement) -> list[Run]:
    """The runs of a tree in their order. Words are set with single spaces."""
    return list(_walk(root))


def _walk(root: HtmlElement) -> Iterator[Run]:
    blocks = frozenset(BLOCKS.split())
    frames = [_Frame("body", None, 0, 0)]
    words: _Words = []
    links = 0
    number = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in blocks:
            yield from _runs(words, frames[-1])
            words = []
        if event == "start":
            if tag in blocks:
                number += 1
                frames.append(_Frame(tag, _hint(element, tag) or frames[-1].hint, number, frames[-1].number))
            links += 1 if tag in LINKS else 0
            words.append((BREAK if tag in BREAKS else element.text or "", links > 0))
        else:
            links -= 1 if tag in LINKS else 0
            if tag in blocks:
                frames.pop()
            words.append((element.tail or "" if element is not root else "", links > 0))
    yield from _runs(words, frames[-1])


def _runs(words: _Words, frame: _Frame) -> Iterator[Run]:
    """The runs of the words gathered: one, or several where line breaks part sentences."""
    pieces: list[_Words] = [[]]
    for text, linked in words:
        if text == BREAK:
            pieces.append([])
        else:
            pieces[-1].append((text, linked))
    for piece in _joined(pieces):
        text = " ".join("".join(text for text, _ in piece).split())
        if text:
            letters = sum(len(" ".join(part.split())) for part, is_link in piece if is_link)
            yield Run(text, frame.tag, frame.hint, frame.parent, min(1.0, letters / len(text)))


def _joined(pieces: list[_Words]) -> Iterator[_Words]:
    """The pieces between line breaks, less the breaks in the middle of a sentence."""
    joined: _Words = []
    before = ""
    for piece in pieces:
        text = "".join(text for text, _ in piece).strip()
        if joined and (not text or is_terminated(before) or not text[0].islower()):
            yield joined
            joined = []
        joined.append((" ", False))
        joined.extend(piece)
        before = text
    yield joined


def _hint(element: HtmlElement, tag: str) -> BlockKind | None:
    """What an element is by its tag, or by its class where it is small enough to be that alone."""
    by_tag = BY_TAG.get(tag)
    if by_tag and tag not in HEADINGS:
        return by_tag
    names = " ".join(filter(None, (element.get(key) for key in ("class", "id", "itemprop", "rel"))))[:300]
    found = next((kind for key, kind in BY_NAME.items() if names and _named(key).search(names)), None)
    return found if found and _is_small(element, found) else by_tag


@cache
def _named(key: str) -> re.Pattern[str]:
    names = signs.pattern(signs.phrases("elements", key))
    return re.compile(rf"(?<![^\s_-]){names}(?![^\s_-])", re.IGNORECASE)


def _is_small(element: HtmlElement, kind: BlockKind) -> bool:
    """Whether an element holds what its name says and not the report: few words, or links above all."""
    size = linked = 0
    for nodes, node in enumerate(element.iter()):
        text = len(node.text or "") + len(node.tail or "")
        size += text
        linked += text if node.tag == "a" else 0
        if nodes > NODES:
            return False
    if kind is BlockKind.RELATED:
        return size <= SIZE // 2 or linked > size // 3
    return size <= SIZE
