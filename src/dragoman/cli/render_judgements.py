"""The judgements: a few lines each, with what they are about and whether they hold."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from textwrap import shorten
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli import console
from dragoman.cli.console import printable
from dragoman.telling import dates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.store import Store
    from dragoman.types import Claim, Heading, Judgement
    from dragoman.upkeep.judging import Standing

SHOWN = 3
"""So many claims of a group are shown."""

WORDS = 72
"""Characters of a claim's words that are shown."""

VERBS = {"different": "not the same", "withdraw": "withdrawn"}
"""The kinds of judgement whose word is not the word for a person."""


def render(found: Sequence[Standing], store: Store, *, as_json: bool) -> None:
    """Print judgements."""
    if as_json:
        rows = [asdict(one.judgement) | _state(one) for one in found]
        sys.stdout.write(
            json.dumps({"version": "1", "judgements": rows}, ensure_ascii=False, indent=1) + "\n"
        )
        return
    articles = {claim.article for one in found for group in one.judgement.subjects for claim in group}
    headings = {heading.id: heading for heading in store.headings(sorted(articles))}
    output = console.output()
    for one in found:
        for line in _lines(one, headings):
            console.write(output, line, is_line=True)


def _state(one: Standing) -> dict[str, object]:
    return {"withdrawn_by": one.withdrawn_by, "rests": one.rests}


def _lines(one: Standing, headings: Mapping[str, Heading]) -> Iterator[Text]:
    made = one.judgement
    head = Text.assemble((f"{made.number}  ", "source"), (_what(made), "heading"))
    head.append(f"  {printable(made.who)}, {dates.words(made.when[:10])}", style="faint")
    head.append(f": {printable(made.why)}" if made.why else "", style="faint")
    head.append(_remark(one), style="cancelled")
    yield head
    for number, group in enumerate(made.subjects):
        if number:
            yield Text("   and" if made.kind == "same" else "   from", style="faint")
        yield from (_claim(claim, headings) for claim in group[:SHOWN])
        if len(group) > SHOWN:
            yield Text(f"     and {len(group) - SHOWN} more", style="faint")


def _what(made: Judgement) -> str:
    if made.kind == "withdraw":
        return f"withdrawn: {made.withdraws}"
    if made.kind == "value":
        value = ", ".join(made.value) if isinstance(made.value, tuple) else made.value or "not known"
        return f"{(made.field or '').replace('_', ' ')}: {printable(value)}"
    return VERBS.get(made.kind, made.kind)


def _remark(one: Standing) -> str:
    if one.withdrawn_by is not None:
        return f"  withdrawn by {one.withdrawn_by}"
    return "" if one.rests or one.judgement.kind == "withdraw" else "  rests on nothing now"


def _claim(claim: Claim, headings: Mapping[str, Heading]) -> Text:
    heading = headings.get(claim.article)
    words = shorten(printable(claim.evidence[0].exact), WORDS, placeholder=" …")
    line = Text(f"     {claim.id} ", style="faint")
    line.append(f"“{words}”", style="quote")
    where = (heading.source or heading.page) if heading else "an article that is gone"
    line.append(f" ({printable(where)})", style="faint")
    return line
