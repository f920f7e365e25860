"""Times against TimeML files (TimeBank, AQUAINT …), as TempEval-3 measured them.

Scored are the spans (relaxed: they share a character; strict: they are the same) and, of the relaxed
matches, the type and the value; the F1 of type and value is the relaxed F1 times the share of right ones.

Source: UzZaman et al., SemEval-2013 Task 1: TempEval-3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from lxml import etree
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language import sentences, words
from dragoman.language.times import find
from dragoman.types import Span, Time
from evaluation.scores import f1

__all__ = ["Counts", "Gold", "analysed", "count", "plain", "read", "score"]

_BLANK = Vocab()


@dataclass(frozen=True, slots=True)
class Gold:
    """A document with its times: (span, type, value)."""

    name: str
    text: str
    published: str | None
    times: tuple[tuple[Span, str, str], ...]


@dataclass(slots=True)
class Counts:
    """Counts over documents, and what was wrong."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    kinds: int = 0
    values: int = 0
    errors: list[str] = field(default_factory=list)

    def scores(self) -> dict[str, dict[str, float]]:
        """The scores as they are reported."""
        relaxed = f1(self.relaxed, self.found, self.gold)
        kinds, values = _share(self.kinds, self.relaxed), _share(self.values, self.relaxed)
        return {
            "strict": f1(self.strict, self.found, self.gold),
            "relaxed": relaxed,
            "type": {"accuracy": kinds, "f1": round(relaxed["f1"] * kinds, 4)},
            "value": {"accuracy": values, "f1": round(relaxed["f1"] * values, 4)},
        }

    def add(self, other: Counts) -> None:
        """Adds the counts of other documents."""
        for part in fields(self):
            setattr(self, part.name, getattr(self, part.name) + getattr(other, part.name))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def read(path: Path) -> Gold:
    """One TimeML file."""
    root = etree.parse(path, etree.XMLParser(recover=True)).getroot()
    text = ""
    spans: list[tuple[Span, str, str]] = []
    body = root.find("TEXT")
    events = etree.iterwalk(body, events=("start", "end"))
    open_at: list[int] = []
    for event, element in events:
        if event == "start":
            open_at.append(len(text))
            text += element.text or ""
        else:
            start = open_at.pop()
            if element.tag == "TIMEX3":
                spans.append((Span(start, len(text)), element.get("type"), element.get("value")))
            text += (element.tail or "") if element is not body else ""
    stamp = root.find(".//DCT/TIMEX3")
    published = stamp.get("value") if stamp is not None else None
    return Gold(path.stem, text, published, tuple(sorted(spans)))


def plain(text: str) -> Doc:
    """A Doc of words and sentences alone, without parts of speech."""
    spans = words.split(text)
    blocks = [Span(0, len(text))]
    starts = set(sentences.split(text, spans, blocks))
    forms: list[str] = []
    spaces: list[bool] = []
    marks: list[bool | int | None] = []
    at = 0
    for number, span in enumerate(spans):
        gap = text[at : span.start]
        if gap[:1] == " " and forms:
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            forms.append(gap)
            spaces.append(False)
            marks.append(False)
        forms.append(text[span.start : span.end])
        spaces.append(False)
        marks.append(number in starts)
        at = span.end
    return Doc(_BLANK, words=forms, spaces=spaces, sent_starts=marks)


def analysed(text: str) -> Doc:
    """A Doc as the language model reads the text."""
    from dragoman.language import doc, reader
    from dragoman.language.model import load

    blocks = [Span(*match.span()) for match in re.finditer(r"\S.*?(?=\n\s*\n|\s*$)", text, re.DOTALL)]
    found = reader.read(text, blocks, load())
    return doc.build(text, found.spans, doc.layers(found.passages))


def score(folder: Path, analyse: Callable[[str], Doc] = analysed, *, errors: int = 0) -> dict[str, Any]:
    """Scores over the TimeML files of a folder, and of each folder in it.

    Args:
        folder: Where `.tml` files lie, at any depth.
        analyse: What reads a text.
        errors: How many errors to list under `errors`.
    """
    every, scores = Counts(), {}
    parts = {path.parent for path in folder.rglob("*.tml")}
    for part in sorted(parts):
        counts = count((read(path) for path in sorted(part.glob("*.tml"))), analyse)
        every.add(counts)
        scores[part.name.lower()] = counts.scores()
    found: dict[str, Any] = every.scores() if len(parts) < 2 else scores | {"all": every.scores()}
    return found | {"errors": every.errors[:errors]} if errors else found


def count(golds: Iterable[Gold], analyse: Callable[[str], Doc]) -> Counts:
    """What is right and wrong in documents."""
    counts = Counts()
    for gold in golds:
        _add(counts, gold, find(analyse(gold.text), gold.published))
    return counts


def _add(counts: Counts, gold: Gold, found: tuple[Time, ...]) -> None:
    """Adds one document: each time is matched with at most one that overlaps it."""
    counts.gold += len(gold.times)
    counts.found += len(found)
    free = list(found)
    for span, kind, value in gold.times:
        match = next((t for t in free if t.span == span), None) or next(
            (t for t in free if t.span.overlaps(span)), None
        )
        shown = f"{gold.name} {gold.published} {gold.text[span.start : span.end]!r} {kind} {value}"
        around = gold.text[max(0, span.start - 70) : span.end + 50].replace("\n", " ")
        if match is None:
            counts.errors.append(f"missed {shown}    …{around}…")
            continue
        free.remove(match)
        counts.relaxed += 1
        counts.strict += match.span == span
        counts.kinds += match.kind == kind
        counts.values += match.value == value
        if match.value != value:
            counts.errors.append(f"value {shown} not {match.value}    …{around}…")
    counts.errors += [
        f"spurious {gold.name} {gold.text[t.span.start : t.span.end]!r} {t.value}    …"
        f"{gold.text[max(0, t.span.start - 60) : t.span.end + 40]!r}…"
        for t in free
    ]
