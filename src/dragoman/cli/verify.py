"""`dragoman verify`: prove that everything in the store stands."""

from __future__ import annotations

import json as jsons
import sys
from dataclasses import asdict

import click

from dragoman.cli import options
from dragoman.cli.progress import Bar

EXAMPLES = """\b
Examples:
  dragoman verify
  dragoman verify --json > faults.json
  dragoman verify --db summit.sqlite && cp summit.sqlite archive/"""

FAULTY = 1
"""The exit status where something does not stand."""


@click.command("verify", short_help="Prove that everything in the store stands.", epilog=EXAMPLES)
@options.as_json
@options.database
def command(*, json: bool, db: str | None) -> int:
    """Go through the whole store and prove that it is whole.

    Evidence stands at its offsets in an unchanged text, ids follow from what they name, each record from its
    claims and the judgements about them, and what is searched holds what was read. What does not stand is a
    line each; the exit status is 1 then. `dragoman reread --all` makes anew what follows from the pages.
    """
    from dragoman.cli.console import printable
    from dragoman.upkeep import verifying

    with options.store(db) as opened, Bar() as bar:
        proof = verifying.verify(opened, on_article=bar.advance)
    if json:
        sys.stdout.write(jsons.dumps({"version": "1", **asdict(proof)}, ensure_ascii=False, indent=1) + "\n")
    else:
        for fault in proof.faults:
            click.echo(f"{fault.what} {printable(fault.id)}: {printable(fault.problem)}")
        if not proof.faults:
            click.echo(
                f"All stands: {proof.articles} articles, {proof.claims} claims, {proof.records} records."
            )
    return FAULTY if proof.faults else 0
