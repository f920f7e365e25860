"""GUM's CoNLL-U files as texts, with the entities, their names in Wikipedia and what means the same.

The words are put back together as `SpaceAfter` says; each `newpar` begins a paragraph. `Entity=` in the
last column opens and closes mentions: `(1-person-new-nnnnn-cf1-1,2-coref-Lord_Byron` … `1)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from dragoman.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Document", "Mention", "documents"]

_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<closed>\)?)|(?P<closing>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that means an entity of the document.

    `head` is the word that heads it, `identity` the title of its page in Wikipedia, None where it has
    none; `is_name` tells that the head is a proper noun.
    """

    span: Span
    head: Span
    entity: str
    kind: str
    identity: str | None
    is_name: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its paragraphs and its mentions in order of start, the longer first."""

    name: str
    text: str
    published: str | None
    paragraphs: tuple[Span, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    pos: str
    above: int


@dataclass(slots=True)
class _Draft:
    """A document as it is put together."""

    name: str
    published: str | None = None
    text: str = ""
    gap: str = ""
    starts: list[int] = field(default_factory=list)
    words: list[_Word] = field(default_factory=list)
    opened: list[tuple[int, list[str]]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def finish(self) -> Document:
        """The document."""
        ends = [len(self.text[:start].rstrip()) for start in self.starts[1:]] + [len(self.text)]
        paragraphs = tuple(Span(*p) for p in zip(self.starts, ends, strict=True))
        ordered = tuple(sorted(self.mentions, key=lambda m: (m.span.start, -m.span.end)))
        return Document(self.name, self.text, self.published, paragraphs, ordered)


def documents(path: Path) -> Iterator[Document]:
    """The documents of a file, in order."""
    draft = _Draft(path.stem)
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        marks = dict(_mark(x) for x in lines if x.startswith("#"))
        if "newdoc id" in marks and draft.text:
            yield draft.finish()
            draft = _Draft(path.stem)
        draft.name = marks.get("newdoc id", draft.name)
        draft.published = marks.get("meta::dateCreated", draft.published)
        rows = [x.split("\t") for x in lines if x and not x.startswith("#")]
        if rows:
            _add_sentence(draft, rows, is_new="newpar" in marks or not draft.text)
    if draft.text:
        yield draft.finish()


def _mark(line: str) -> tuple[str, str]:
    name, _, value = line.lstrip("# ").partition("=")
    return name.strip(), value.strip()


def _add_sentence(draft: _Draft, rows: list[list[str]], *, is_new: bool) -> None:
    """Adds the words of a sentence; those of a multiword token share its form between them."""
    if is_new:
        draft.gap = "\n\n" if draft.text else ""
        draft.starts.append(len(draft.text) + len(draft.gap))
    first, last = len(draft.words), 0
    for row in rows:
        number = row[0].partition("-")
        if number[2]:
            last = int(number[2])
            _add_form(draft, row)
            inside = [r for r in rows if r[0].isdigit() and int(number[0]) <= int(r[0]) <= last]
            spans = _shared(Span(len(draft.text) - len(row[1]), len(draft.text)), [r[1] for r in inside])
            draft.words += [_word(r, s, first) for r, s in zip(inside, spans, strict=True)]
        elif row[0].isdigit() and int(row[0]) > last:
            _add_form(draft, row)
            draft.words.append(_word(row, Span(len(draft.text) - len(row[1]), len(draft.text)), first))
    for at, row in enumerate(r for r in rows if r[0].isdigit()):
        entity = next((x[7:] for x in row[9].split("|") if x.startswith("Entity=")), "")
        _add_mentions(draft, first + at, entity)


def _add_form(draft: _Draft, row: list[str]) -> None:
    draft.text += draft.gap + row[1]
    draft.gap = "" if "SpaceAfter=No" in row[9].split("|") else " "


def _word(row: list[str], span: Span, first: int) -> _Word:
    return _Word(span, row[3], first + int(row[6]) - 1 if row[6] != "0" else -1)


def _shared(whole: Span, forms: list[str]) -> list[Span]:
    """Where the words of a multiword token stand: one after the other, the last up to its end."""
    ends, at = [], whole.start
    for form in forms:
        at = min(at + len(form), whole.end)
        ends.append(at)
    starts = [whole.start, *ends[:-1]]
    return [Span(*s) for s in zip(starts, [*ends[:-1], whole.end], strict=True)]


def _add_mentions(draft: _Draft, at: int, entity: str) -> None:
    """Opens and closes the mentions that begin and end with a word."""
    for bracket in _BRACKET.finditer(entity):
        if bracket["opened"]:
            draft.opened.append((at, bracket["opened"].split("-", maxsplit=7)))
        if bracket["closing"] or bracket["closed"]:
            wanted = bracket["closing"] or draft.opened[-1][1][0]
            place = max(n for n, (_, fields) in enumerate(draft.opened) if fields[0] == wanted)
            start, fields = draft.opened.pop(place)
            draft.mentions.append(_mention(draft.words, start, at, fields))


def _mention(words: list[_Word], start: int, last: int, fields: list[str]) -> Mention:
    least = [start + int(n) - 1 for n in fields[5].split(",")]
    head = words[next((i for i in least if words[i].above not in least), least[0])]
    identity = unquote(fields[7]).replace("_", " ") if len(fields) > 7 else None
    span = Span(words[start].span.start, words[last].span.end)
    return Mention(span, head.span, fields[0], fields[1], identity, head.pos == "PROPN")
