"""Prints a part of the record to standard output, as JSON or for a person."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.types import Selection


def print_record(
    selection: Selection, *, as_json: bool, with_facts: bool = False, only_ids: bool = False
) -> None:
    """Print a selection.

    Args:
        selection: what the store found.
        as_json: whether another program is to read it.
        with_facts: whether events and relations are listed for a person too.
        only_ids: whether a person wants only the ids, with what they stand for.
    """
    from dragoman.export import document

    made = document.make(selection)
    if as_json:
        sys.stdout.write(document.to_json(made))
        return
    from dragoman.cli import console, render_ids, render_record

    if only_ids:
        render_ids.render(made, console.output())
    else:
        render_record.render(made, console.output(), with_facts=with_facts)
