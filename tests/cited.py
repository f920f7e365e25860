"""Proves of a page that all it says stands in the sources that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.cli.pages import markdown
from dragoman.cli.pages.lines import Cites, Line, Page

_LINE = re.compile(r"- .+ \[\d+\]$")
_SOURCE = re.compile(r"- \[(\d+)\] .+")


def check(page: Page, texts: Mapping[str, str]) -> None:
    """Check a page against the texts of articles by their ids."""
    articles = {source.number: source.article for source in page.sources}
    assert sorted(articles) == list(range(1, len(articles) + 1))
    cited = set()
    for line in (line for section in page.sections for group in section.groups for line in group.lines):
        cited |= {number for piece in line.pieces if isinstance(piece, Cites) for number in piece.numbers}
        _check_quotations(line, {number: texts[id] for number, id in articles.items()})
    assert cited == set(articles), "a number without a source, or a source that nothing rests on"
    _check_lines(markdown.write(page).decode(), articles)


def _check_quotations(line: Line, texts: Mapping[int, str]) -> None:
    """Whether every quotation stands in each source that is named next."""
    quoted: list[str] = []
    for piece in line.pieces:
        if isinstance(piece, Cites):
            for number in piece.numbers:
                text = " ".join(texts[number].split())
                assert all(words in text for words in quoted), (quoted, number)
            quoted = []
        elif piece.style == "quote":
            quoted.append(piece.text)
    assert not quoted, "a quotation without a source"


def _check_lines(shown: str, articles: Mapping[int, str]) -> None:
    """Whether every line is a heading, or ends in numbers that the list of sources has."""
    body, _, sources = shown.partition("\n## Sources\n")
    listed = {int(found[1]) for found in map(_SOURCE.fullmatch, sources.splitlines()) if found}
    assert listed == set(articles)
    for line in filter(None, body.splitlines()):
        assert line.startswith("#") or _LINE.fullmatch(line), line
        assert {int(number) for number in re.findall(r"(?<!\\)\[(\d+)\]", line)} <= listed
