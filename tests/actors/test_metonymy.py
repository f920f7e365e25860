"""What names and roles mean, sentence by sentence: a government or its capital, a person or nobody known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builders import article
from dragoman import language
from dragoman.actors import resolve
from dragoman.folding import fold
from dragoman.types import Cast, Mention, Reading, Span

HERE = Path(__file__).parent
TABLE: dict[str, list[list[Any]]] = yaml.safe_load((HERE / "metonymy.yaml").read_text(encoding="utf-8"))
GAPS = frozenset((HERE / "metonymy-gaps.txt").read_text(encoding="utf-8").splitlines())
"""The sentences that are not read right yet; one that is must leave the list."""
DAY = "2018-05-24"


def rows() -> list[Any]:
    """Each sentence with what its phrases mean and the day of its article."""
    gap = pytest.mark.xfail(strict=True, reason="a known gap, listed in metonymy-gaps.txt")
    return [
        pytest.param(text, meanings, *(day or [DAY]), marks=[gap] if text in GAPS else [], id=text)
        for sentences in TABLE.values()
        for text, meanings, *day in sentences
    ]


def test_the_table_is_large_enough() -> None:
    assert len(rows()) >= 200
    assert {text for sentences in TABLE.values() for text, *_ in sentences} >= GAPS


@pytest.mark.model
@pytest.mark.parametrize(("text", "meanings", "published"), rows())
def test_what_is_meant(text: str, meanings: dict[str, Any], published: str) -> None:
    reading = language.analyse(article(text, published=published))
    cast = resolve(reading)
    for phrase, meant in meanings.items():
        assert _meaning(reading, cast, phrase, meant), (phrase, meant, _shown(reading, cast))


def _meaning(reading: Reading, cast: Cast, phrase: str, meant: str | list[str]) -> bool:
    start = reading.article.text.rindex(phrase)
    span = Span(start, start + len(phrase))
    if meant == "place":
        return any(place.overlaps(span) for place, _ in cast.places)
    found = [m for m in cast.mentions if m.span.overlaps(span)]
    actors = {a for m in found for a in m.actors}
    if meant == "nobody":
        return not any(a.startswith(("state:", "person:")) and _is_exactly(found, span, a) for a in actors)
    known = {fold(name) for a in actors for name in (a, cast.actor(a).name, *cast.actor(a).names)}
    return {fold(name) for name in ([meant] if isinstance(meant, str) else meant)} <= known


def _is_exactly(found: list[Mention], span: Span, actor: str) -> bool:
    return any(m.span == span and actor in m.actors for m in found)


def _shown(reading: Reading, cast: Cast) -> list[tuple[str, tuple[str, ...]]]:
    text = reading.article.text
    return [(text[m.span.start : m.span.end], m.actors) for m in cast.mentions]
