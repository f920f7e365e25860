"""`dragoman judge`: correct the record, list and withdraw corrections, export them as training data."""

from __future__ import annotations

import json as jsons
import sys
from typing import TYPE_CHECKING

import click

from dragoman.cli import options

if TYPE_CHECKING:
    from dragoman.types import Judgement

EXAMPLES = """\b
Examples:
  dragoman find kind:meeting with:RUS --ids
  dragoman judge same meeting-ab12 meeting-cd34 --why "the communiqué"
  dragoman judge wrong event-9f --by anna
  dragoman judge list"""

SAME_EXAMPLES = """\b
Examples:
  dragoman judge same meeting-ab12 meeting-cd34
  dragoman judge same statement-77 statement-1c@harbour-wire.txt --why "two translations\""""

DIFFERENT_EXAMPLES = """\b
Examples:
  dragoman judge different meeting-ab12 harbour-wire.txt
  dragoman judge different meeting-ab12 meeting-cd34 --why "two dinners\""""

WRONG_EXAMPLES = """\b
Examples:
  dragoman judge wrong event-9f
  dragoman judge wrong meeting-ab12 --article harbour-wire.txt --why "a rehearsal\""""

RIGHT_EXAMPLES = """\b
Examples:
  dragoman judge right meeting-ab12
  dragoman judge right event:5c0e91"""

VALUE_EXAMPLES = """\b
Examples:
  dragoman judge value meeting-ab12 date 2017-07-06
  dragoman judge value meeting-ab12 participants "Macron, Putin"
  dragoman judge value statement-77 place ""  """

LIST_EXAMPLES = """\b
Examples:
  dragoman judge list
  dragoman judge list --json"""

WITHDRAW_EXAMPLES = """\b
Examples:
  dragoman judge withdraw 3 --why "a slip\""""

EXPORT_EXAMPLES = """\b
Examples:
  dragoman judge export > judgements.jsonl"""

article = click.option(
    "--article", metavar="ID", help="Only the report of this article: its id, or its page."
)


@click.group(
    "judge", short_help="Correct the record; list, withdraw and export corrections.", epilog=EXAMPLES
)
def command() -> None:
    """Correct the record.

    A judgement wins over the machine. It holds for the same words when they are read again, and by a newer
    engine too. Nothing is ever deleted: a judgement that is withdrawn stays in the list, and the record is as
    if it had never been made. Of two judgements that do not go together the later one holds.

    RECORD is an id that `--ids` of show or find lists, or the beginning of one. RECORD@ARTICLE is the report
    of one article, which is named by its id, its page or its file.
    """


@command.command("same", short_help="Two records tell the same.", epilog=SAME_EXAMPLES)
@click.argument("one", metavar="RECORD")
@click.argument("other", metavar="RECORD")
@options.why
@options.by
@options.database
def same(one: str, other: str, *, why: str | None, by: str | None, db: str | None) -> None:
    """Judge that two records tell the same: they become one, even where they contradict each other."""
    from dragoman.upkeep import judging

    with options.store(db, writes=True) as opened:
        _tell(judging.same(one, other, options.author(by, why), store=opened))


@command.command("different", short_help="Two records, or reports, do not tell the same.",
                 epilog=DIFFERENT_EXAMPLES)  # fmt: skip
@click.argument("one", metavar="RECORD")
@click.argument("other", metavar="ARTICLE|RECORD")
@options.why
@options.by
@options.database
def different(one: str, other: str, *, why: str | None, by: str | None, db: str | None) -> None:
    """Judge that the report of an article does not belong in a record, or that two records are never one."""
    from dragoman.upkeep import judging

    with options.store(db, writes=True) as opened:
        _tell(judging.different(one, other, options.author(by, why), store=opened))


@command.command("wrong", short_help="A record, or a report, tells what is not so.", epilog=WRONG_EXAMPLES)
@click.argument("record", metavar="RECORD")
@article
@options.why
@options.by
@options.database
def wrong(record: str, *, article: str | None, why: str | None, by: str | None, db: str | None) -> None:
    """Judge that the article does not say this: the claim is left out of the record, and kept."""
    from dragoman.upkeep import judging

    with options.store(db, writes=True) as opened:
        _tell(judging.wrong(_part(record, article), options.author(by, why), store=opened))


@command.command("right", short_help="A record, or a report, is right.", epilog=RIGHT_EXAMPLES)
@click.argument("record", metavar="RECORD|CLAIM")
@article
@options.why
@options.by
@options.database
def right(record: str, *, article: str | None, why: str | None, by: str | None, db: str | None) -> None:
    """Judge that a record is right. A claim that was called wrong is named by its id, which list shows."""
    from dragoman.upkeep import judging

    with options.store(db, writes=True) as opened:
        _tell(judging.right(_part(record, article), options.author(by, why), store=opened))


@command.command("value", short_help="What a field of a record is.", epilog=VALUE_EXAMPLES)
@click.argument("record", metavar="RECORD")
@click.argument("field", metavar="FIELD")
@click.argument("text", metavar="VALUE")
@options.why
@options.by
@options.database
def value(record: str, field: str, text: str, *, why: str | None, by: str | None, db: str | None) -> None:
    """Judge what a field of a record is; what each report says of it stays as it is.

    FIELD is one that docs/format.md describes, as date, place, status or participants. Several values have
    commas between them; actors are given by name, code or id; an empty VALUE says that nothing is known.
    """
    from dragoman.upkeep import judging

    with options.store(db, writes=True) as opened:
        _tell(judging.value(record, field, text, options.author(by, why), store=opened))


@command.command("list", short_help="List the judgements.", epilog=LIST_EXAMPLES)
@options.as_json
@options.database
def list_(*, json: bool, db: str | None) -> None:
    """List all judgements: who, when and why, what they are about, and whether they hold."""
    from dragoman.cli.render_judgements import render
    from dragoman.upkeep import judging

    with options.store(db) as opened:
        found = judging.listed(opened)
        if not found and not json:
            click.echo("Nothing is judged yet; `dragoman judge --help` tells how.", err=True)
            return
        render(found, opened, as_json=json)


@command.command("withdraw", short_help="Take a judgement back.", epilog=WITHDRAW_EXAMPLES)
@click.argument("number", type=int)
@options.why
@options.by
@options.database
def withdraw(number: int, *, why: str | None, by: str | None, db: str | None) -> None:
    """Take a judgement back: the record is as if it had never been made, and the list keeps both."""
    from dragoman.upkeep import judging

    with options.store(db, writes=True) as opened:
        _tell(judging.withdraw(number, options.author(by, why), store=opened))


@command.command("export", short_help="Write the judgements as training data.", epilog=EXPORT_EXAMPLES)
@options.database
def export(*, db: str | None) -> None:
    """Write the judgements that hold as training data, one JSON object a line.

    Each has a label and the claims that it is about, two where it says whether they are the same, with their
    words, values, articles and actors. docs/format.md tells the fields.
    """
    from dragoman.upkeep import examples

    with options.store(db) as opened:
        for example in examples.make(opened):
            sys.stdout.write(jsons.dumps(example, ensure_ascii=False) + "\n")


def _part(record: str, article: str | None) -> str:
    return f"{record}@{article}" if article else record


def _tell(made: Judgement) -> None:
    back = f"; `dragoman judge withdraw {made.number}` takes it back" if made.kind != "withdraw" else ""
    click.echo(f"Judgement {made.number} is kept{back}.", err=True)
