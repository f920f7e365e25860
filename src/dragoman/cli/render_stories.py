"""Stories: what each tells, when, who reports it and who is in it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from dragoman.cli import console
from dragoman.cli.console import printable, write
from dragoman.telling import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from dragoman.analysis.stories import Stories, StoryPart
    from dragoman.upkeep.regrouping import Decision


def render(found: Stories, output: Console, *, whole: bool) -> None:
    """Print stories, each with an empty line behind it; `whole` with all their reports."""
    for story in found.stories:
        write(output, _heading(story), is_line=True)
        write(output, _indented(Text(_outlets(story))))
        if story.actors:
            names = ", ".join(printable(one.name) for one in story.actors)
            write(output, _indented(Text(names, style="person")))
        if whole:
            _reports(story, output)
        write(output, Text())


def render_decisions(found: Sequence[Decision], *, as_json: bool) -> None:
    """Print what people have split and joined, a line each with the stories that it made."""
    if as_json:
        rows = [asdict(one) for one in found]
        sys.stdout.write(json.dumps({"version": "1", "decisions": rows}, ensure_ascii=False, indent=1) + "\n")
        return
    output = console.output()
    for one in found:
        counted = Counter(one.homes.values())
        what = ", ".join(f"{counted[id]} to {id}" for id in sorted(counted))
        line = Text.assemble((f"{one.number}  ", "source"), (what, "heading"))
        line.append(f"  {printable(one.who)}, {dates.words(one.made[:10])}", style="faint")
        line.append(f": {printable(one.why)}" if one.why else "", style="faint")
        line.append("  withdrawn" if one.withdrawn else "", style="cancelled")
        write(output, line, is_line=True)


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 2))


def _heading(story: StoryPart) -> Text:
    day = _span(story)
    title = f"“{printable(story.title)}”" if story.title else "no title"
    return Text.assemble((f"{day}  {title}", "heading"), (f"  {story.id}", "faint"))


def _span(story: StoryPart) -> str:
    """The days from the first report to the last."""
    if story.since is None or story.until is None:
        return "Date not known"
    first, last = dates.words(story.since), dates.words(story.until)
    return first if first == last else dates.words(f"{story.since[:10]}/{story.until[:10]}")


def _outlets(story: StoryPart) -> str:
    many = len(story.reports)
    named = [
        printable(one.source or "outlet not known") + (f" {one.reports}" if one.reports > 1 else "")
        for one in story.outlets
    ]
    return f"{many} report{'s' * (many != 1)}: {', '.join(named)}"


def _reports(story: StoryPart, output: Console) -> None:
    for one in story.reports:
        day = dates.words(one.published) if one.published else "no date"
        title = f"“{printable(one.title)}”" if one.title else "no title"
        parts = [printable(one.source)] if one.source else []
        line = f"  {', '.join([day, *parts, title, printable(one.page)])}"
        write(output, Text.assemble(line, (f"  {one.article}", "faint")), is_line=True)
