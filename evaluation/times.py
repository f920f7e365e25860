"""Measures the finding of times on TimeML files, as TempEval-3 did.

    python -m evaluation.times DIR [--json] [--errors N]

DIR holds `.tml` files (TimeBank, AQUAINT …). Scored are the spans (relaxed: they share a character;
strict: they are the same) and, of the relaxed matches, the type and the value; value F1 is the relaxed
F1 times the share of right values.

Source: UzZaman et al., SemEval-2013 Task 1: TempEval-3.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language import sentences, words
from dragoman.language.times import find
from dragoman.types import Span, Time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Gold", "Scores", "read", "score"]

_BLANK = Vocab()


@dataclass(frozen=True, slots=True)
class Gold:
    """A document with its times: (span, type, value)."""

    name: str
    text: str
    published: str | None
    times: tuple[tuple[Span, str, str], ...]


@dataclass(slots=True)
class Scores:
    """Counts over documents, and what was wrong."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    kinds: int = 0
    values: int = 0
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The scores as they are reported."""
        relaxed = _f1(self.relaxed, self.found, self.gold)
        return {
            "gold": self.gold,
            "found": self.found,
            "precision": _share(self.relaxed, self.found),
            "recall": _share(self.relaxed, self.gold),
            "relaxed_f1": relaxed,
            "strict_f1": _f1(self.strict, self.found, self.gold),
            "type_f1": relaxed * _share(self.kinds, self.relaxed),
            "value_accuracy": _share(self.values, self.relaxed),
            "value_f1": relaxed * _share(self.values, self.relaxed),
        }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / (found + gold) if found + gold else 0.0


def read(path: Path) -> Gold:
    """One TimeML file."""
    root = etree.parse(path, etree.XMLParser(recover=True)).getroot()
    text, spans = "", []
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
    forms, spaces, marks, at = [], [], [], 0
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


def score(golds: Iterator[Gold], analyse: Callable[[str], Doc]) -> Scores:
    """The scores of what is found in documents."""
    scores = Scores()
    for gold in golds:
        _add(scores, gold, find(analyse(gold.text), gold.published))
    return scores


def _add(scores: Scores, gold: Gold, found: tuple[Time, ...]) -> None:
    """Adds one document: each time is matched with at most one that overlaps it."""
    scores.gold += len(gold.times)
    scores.found += len(found)
    free = list(found)
    for span, kind, value in gold.times:
        match = next((t for t in free if t.span == span), None) or next(
            (t for t in free if t.span.overlaps(span)), None
        )
        shown = f"{gold.name} {gold.published} {gold.text[span.start : span.end]!r} {kind} {value}"
        around = gold.text[max(0, span.start - 70) : span.end + 50].replace("\n", " ")
        if match is None:
            scores.errors.append(f"missed {shown}    …{around}…")
            continue
        free.remove(match)
        scores.relaxed += 1
        scores.strict += match.span == span
        scores.kinds += match.kind == kind
        scores.values += match.value == value
        if match.value != value:
            scores.errors.append(f"value {shown} not {match.value}    …{around}…")
    scores.errors += [
        f"spurious {gold.name} {gold.text[t.span.start : t.span.end]!r} {t.value}    …"
        f"{gold.text[max(0, t.span.start - 60) : t.span.end + 40]!r}…"
        for t in free
    ]


def main() -> None:
    """Scores the files of a folder and prints the figures."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.times", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("folder", type=Path, help="a folder of .tml files")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show that many errors too")
    options = parser.parse_args()
    golds = (read(path) for path in sorted(options.folder.glob("*.tml")))
    scores = score(golds, plain)
    figures = scores.figures()
    out = sys.stdout
    if options.json:
        out.write(json.dumps(figures) + "\n")
    else:
        out.writelines(
            f"{name:16}{value:8.3f}\n" if isinstance(value, float) else f"{name:16}{value:8}\n"
            for name, value in figures.items()
        )
    out.writelines(error + "\n" for error in scores.errors[: options.errors])


if __name__ == "__main__":
    main()
