"""What is known of actors, and what became of those that a user adds."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dragoman.cli import console
from dragoman.cli.console import printable, write
from dragoman.cli.sections import section
from dragoman.telling import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, RenderableType

    from dragoman.who import Added, Held, Profile, Tally

VERSION = "1"
"""The version of the documents in JSON, as that of the record."""

KIND_WORDS = {"igo": "international organization", "armed_group": "armed group"}
"""The kinds whose word in the record is not the word for a person."""


def tell(added: Added) -> None:
    """Say what became of entries: refusals on standard error, then what was added."""
    errors = console.errors()
    for refusal in added.refusals:
        errors.print(
            Text(printable(f"{refusal.location}: {refusal.reason}"), style="refused"), soft_wrap=True
        )
    every = {"added": added.new, "changed": added.changed, "already known": added.same}
    if not added.refusals and sum(map(len, every.values())) == 1:
        only = next(f"{word}: {ids[0]}" for word, ids in every.items() if ids)
        errors.print(Text(only), soft_wrap=True)
        return
    counts = f"{len(added.new)} added, {len(added.changed)} changed, {len(added.same)} already known"
    errors.print(Text(f"{counts}, {len(added.refusals)} refused"), soft_wrap=True)


def miss(what: str, near: Sequence[str]) -> None:
    """Say on standard error that nothing is found, and what is called nearly so."""
    like = f"; close: {', '.join(map(printable, near))}" if near else ""
    console.errors().print(Text(printable(f"{what}{like}.")), soft_wrap=True)


def summary(tally: Tally, *, as_json: bool) -> None:
    """Print how many actors of each kind are known, and where the user's own are kept."""
    if as_json:
        kinds = {kind: {"package": package, "own": own} for kind, package, own in tally.kinds}
        offices = {"package": tally.offices[0], "own": tally.offices[1]}
        print_json({"kinds": kinds, "offices": offices, "own": tally.path})
        return
    output = console.output()
    table = _grid(right=2)
    table.add_row("", Text("package", style="faint"), Text("yours", style="faint"))
    for kind, package, own in (*tally.kinds, ("offices", *tally.offices)):
        table.add_row(kind_words(kind), str(package), str(own))
    write(output, table)
    write(output, Text(f"Yours are kept in {tally.path}", style="faint"), is_line=True)


def profiles(found: Sequence[Profile], *, as_json: bool) -> None:
    """Print all that is known of one actor, or a line for each of several."""
    if as_json:
        print_json({"actors": [dataclasses.asdict(profile) for profile in found]})
        return
    output = console.output()
    if len(found) == 1:
        write(output, _profile(found[0]))
        return
    _list(found, output)


def print_json(document: dict[str, object]) -> None:
    """Print a document for another program."""
    sys.stdout.write(json.dumps({"version": VERSION, **document}, ensure_ascii=False, indent=1) + "\n")


def kind_words(kind: str) -> str:
    """What a person calls a kind of actor."""
    return KIND_WORDS.get(kind, kind)


def _profile(profile: Profile) -> RenderableType:
    grid = _grid()
    for label, value in _facts(profile):
        grid.add_row(Text(label, style="faint"), Text(printable(value)))
    kind = f"  {kind_words(profile.kind)}"
    heading = f"{printable(profile.name)}{kind}"
    if not profile.offices:
        return section(heading, grid)
    return section(heading, grid, section("Offices", _offices(profile)))


def _facts(profile: Profile) -> list[tuple[str, str]]:
    country = f"{profile.country_name} ({profile.country})" if profile.country else ""
    rows = [
        ("id", profile.id),
        ("names", ", ".join(profile.names)),
        ("also", ", ".join(profile.others)),
        ("country", country),
        ("members", ", ".join(profile.members)),
        ("source", f"yours: {profile.source}" if profile.source else "the package"),
    ]
    return [(label, value) for label, value in rows if value]


def _offices(profile: Profile) -> Table:
    """A row for each office: what and when; for what is no person also who."""
    is_person = profile.kind == "person"
    grid = _grid()
    for held in profile.offices:
        title = Text(printable(f"{held.title} of {held.of}" if is_person else held.title))
        who = () if is_person else (Text(printable(held.holder), style="person"),)
        grid.add_row(title, *who, Text(_spell(held)))
    return grid


def _spell(held: Held) -> str:
    since, until = (dates.words(day) if day else None for day in (held.since, held.until))
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else "dates not known"


def _list(found: Sequence[Profile], output: Console) -> None:
    rows = [(p.id, printable(p.name), kind_words(p.kind), p.country or "") for p in found]
    if not output.is_terminal:
        widths = [max(len(row[n]) for row in rows) for n in range(3)]
        for row in rows:
            cells = [f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)]
            output.file.write("  ".join([*cells, row[3]]).rstrip() + "\n")
        return
    grid = _grid()
    for id, name, kind, country in rows:
        grid.add_row(Text(id, style="faint"), Text(name, style="person"), Text(kind), Text(country))
    output.print(grid)


def _grid(*, right: int = 0) -> Table:
    """A table without lines whose columns come with its rows, but for those that stand to the right."""
    grid = Table.grid(padding=(0, 2))
    if right:
        grid.add_column()
    for _ in range(right):
        grid.add_column(justify="right")
    return grid
