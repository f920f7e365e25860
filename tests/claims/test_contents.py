"""Where reported words begin and end."""

from __future__ import annotations

import pytest

from dragoman.claims import contents
from dragoman.types import Quotation, Span


def marked(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in curly marks."""
    found, at = [], text.find("“")
    while at >= 0:
        end = text.index("”", at)
        found.append(Quotation(Span(at, end + 1), Span(at + 1, end)))
        at = text.find("“", end)
    return tuple(found)


@pytest.mark.parametrize(
    ("text", "content", "exact", "kind"),
    [
        ("She said that it would end.", "that it would end", "it would end", "indirect"),
        ("“The border stays open,” she said.", "“The border stays open,”", "The border stays open", "direct"),
        ("“The border stays open,” she said.", "The border stays open,", "The border stays open", "direct"),
        ("It was “open to all”.", "It was “open to all”", "It was “open to all”", "mixed"),
        ("She said it's enough.", "'s enough", "it's enough", "indirect"),
        ("She said that is enough.", "that is enough", "that is enough", "indirect"),
    ],
)  # fmt: skip
def test_settle(text: str, content: str, exact: str, kind: str) -> None:
    start = text.index(content)
    quotations = marked(text)
    settled = contents.settle(text, Span(start, start + len(content)), quotations)
    assert settled is not None
    assert text[settled.start : settled.end] == exact
    assert contents.kind([settled], quotations) == kind


def test_nothing_is_left_of_marks() -> None:
    assert contents.settle("a “,” b", Span(2, 5), ()) is None
