"""`dragoman brief`: write the page that one takes into the room."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli import options

if TYPE_CHECKING:
    from dragoman.export.files import Destination

FORMATS = {"md": "markdown", "html": "html", "pdf": "pdf"}
"""The formats, each with its module."""

EXAMPLES = """\b
Examples:
  dragoman brief FRA RUS
  dragoman brief Macron Putin --since last-meeting
  dragoman brief FRA RUS --about Syria --format html -o brief.html
  dragoman brief FRA RUS --format pdf -o brief.pdf"""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed."""

    one: str
    other: str
    about: str | None
    since: str | None
    today: str
    form: str
    output: Path | None
    json: bool
    db: str | None


class _Since(click.ParamType[str]):
    """A date as precise as one likes, or the last meeting."""

    name = "since"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """What was typed.

        Raises:
            BadParameter: it is neither.
        """
        from dragoman import timex
        from dragoman.analysis.brief import LAST_MEETING

        if value != LAST_MEETING and timex.days(value) is None:
            self.fail(f"{value!r} is no date; write 2017, 2017-06, 2017-06-30 or {LAST_MEETING}", param, ctx)
        return value


@click.command("brief", short_help="Write the page on two sides to take into the room.", epilog=EXAMPLES)
@click.argument("one", metavar="ACTOR")
@click.argument("other", metavar="ACTOR")
@options.about
@click.option("--since", metavar="DATE", type=_Since(),
              help="Leave out what is older; last-meeting: than the last time the two met.")  # fmt: skip
@options.today
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="md", show_default=True,
              help="Markdown, a web page, or PDF, which needs dragoman[pdf].")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path),
              help="The file to write; otherwise standard output.")  # fmt: skip
@options.as_json
@options.database
def command(**given: Any) -> None:  # noqa: ANN401 - click gives what the options say
    """Write one or two pages on two sides.

    They tell who the people are, when the sides last met and on what reports say that they agreed or
    differed, what is planned, where each stands, what they did to each other, and where reports contradict
    each other. ACTOR is as for positions.

    Every line ends in the numbers of its sources, which stand at the foot. Words in quotation marks are those
    of the source; what a report gives in its own words is marked as paraphrase.
    """
    asked = _Asked(**given)
    page = _found(asked)
    if page is None:
        return
    with _destination(asked.output) as to, to.file(f"brief.{asked.form}") as out:
        out.write(page)


def _found(asked: _Asked) -> bytes | None:
    """What is to be written, None where there is nothing to tell.

    Raises:
        MissingPackage: it is to be PDF, and what writes that is not installed.
    """
    from dragoman.analysis import brief, sides
    from dragoman.analysis.brief_parts import Question
    from dragoman.cli.pages import brief as pages

    writer = None if asked.json else import_module(f"dragoman.cli.pages.{FORMATS[asked.form]}")
    with options.store(asked.db) as opened:
        one, other = sides.find(asked.one, opened), sides.find(asked.other, opened)
        sides.check_apart(one, other)
        found = brief.find(opened, Question((one, other), asked.today, asked.about, asked.since))
    page = pages.write(found)
    if not page.sections:
        click.echo(f"Nothing of {one.name} and {other.name} is in the record for this.", err=True)
    if writer is None:
        return f"{found.model_dump_json(indent=1)}\n".encode()
    return writer.write(page) if page.sections else None


def _destination(output: Path | None) -> AbstractContextManager[Destination]:
    from dragoman.export import files

    return nullcontext(files.StandardOutput()) if output is None else files.one_file(output)
