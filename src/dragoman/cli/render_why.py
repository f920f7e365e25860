"""How mentions were linked: for each actor a line for each of the words that named it, with the reason."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.cli import console
from dragoman.cli.console import printable, write
from dragoman.cli.render_actors import print_json
from dragoman.cli.sections import section
from dragoman.telling import dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dragoman.types import Heading
    from dragoman.who import Link, Why

Groups = list[tuple[tuple[str, str, str], list["Link"]]]
"""The links of one actor by form, words and reason, the most frequent first."""


def render(found: Why, *, as_json: bool) -> None:
    """Print the reasons for links, and which articles were read again to find them."""
    actors = _by_actor(found.links)
    if as_json:
        print_json(
            {
                "actors": [_document(id, links) for id, links in actors],
                "articles": [_article(heading) for heading in found.articles],
                "left": found.left,
            }
        )
        return
    output = console.output()
    numbers = {heading.id: n for n, heading in enumerate(found.articles, 1)}
    for id, links in actors:
        spread = _counted(len({link.article for link in links}), "article")
        heading = f"{printable(links[0].name)} ({id}): {_counted(len(links), 'mention')} in {spread}"
        write(output, section(heading, _table(_groups(links), numbers)))
        output.file.write("\n")
    write(output, section("Articles, read again", _articles(found.articles)))
    if found.left:
        left = f"{_counted(found.left, 'older article')} not read again; --limit says how many are."
        write(console.errors(), Text(left), is_line=True)


def _by_actor(links: Iterable[Link]) -> list[tuple[str, list[Link]]]:
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        found[link.actor].append(link)
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def _groups(links: Iterable[Link]) -> Groups:
    found: defaultdict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link in links:
        words = " ".join(link.words.split())
        found[link.form.value, words.lower() if link.form == "pronoun" else words, link.why].append(link)
    return sorted(found.items(), key=lambda item: -len(item[1]))


def _table(groups: Groups, numbers: dict[str, int]) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right")
    for (form, words, why), links in groups:
        cited = dict.fromkeys(numbers[link.article] for link in links)
        grid.add_row(
            Text(str(len(links))),
            Text(form, style="faint"),
            Text(f"“{printable(words)}”", style="quote"),
            Text(printable(why) or "no reason given"),
            Text("".join(f"[{number}]" for number in cited), style="source"),
        )
    return grid


def _articles(headings: Iterable[Heading]) -> Table:
    grid = Table.grid(padding=(0, 2))
    for number, heading in enumerate(headings, 1):
        day = dates.words(heading.published) if heading.published else "no date"
        title = f"“{heading.title}”" if heading.title else "no title"
        told = ", ".join(printable(part) for part in (heading.source, day, title, heading.page) if part)
        grid.add_row(Text(f"[{number}]", style="source"), Text(heading.id, style="faint"), Text(told))
    return grid


def _document(id: str, links: list[Link]) -> dict[str, object]:
    mentions = [
        {
            "form": form,
            "words": words,
            "why": why,
            "count": len(alike),
            "places": [
                {"article": k.article, "start": k.start, "end": k.end, "exact": k.words} for k in alike
            ],
        }
        for (form, words, why), alike in _groups(links)
    ]
    return {"id": id, "name": links[0].name, "mentions": mentions}


def _article(heading: Heading) -> dict[str, object]:
    return {name: getattr(heading, name) for name in ("id", "page", "source", "title", "published")}


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
