"""`dragoman stories`: print which reports tell the same news, and put it right."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dragoman.cli import options

if TYPE_CHECKING:
    from dragoman.analysis.stories import Stories

EXAMPLES = """\b
Examples:
  dragoman stories
  dragoman stories about:syria since:2017-06
  dragoman stories --json
  dragoman stories show 3f2a
  dragoman stories split 3f2a a-81c0 --why "another summit"
  dragoman stories join 3f2a 90be"""

LIST_EXAMPLES = """\b
Examples:
  dragoman stories
  dragoman stories by:lavrov since:2017-06"""

SHOW_EXAMPLES = """\b
Examples:
  dragoman stories show story-3f2a6b7c8d9e
  dragoman stories show 3f2a --json"""

SPLIT_EXAMPLES = """\b
Examples:
  dragoman stories split 3f2a a-81c0 a-22d7
  dragoman stories split 3f2a a-81c0 --by "Jane Roe" --why "another summit\""""

JOIN_EXAMPLES = """\b
Examples:
  dragoman stories join 3f2a 90be
  dragoman stories join 3f2a 90be 77a1 --why "one summit\""""

DECISIONS_EXAMPLES = """\b
Examples:
  dragoman stories decisions
  dragoman stories decisions --json"""

WITHDRAW_EXAMPLES = """\b
Examples:
  dragoman stories withdraw 3"""


class _Listing(click.Group):
    """A group that lists where no command of it is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts `list` in front of what is no command and no call for help."""
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("stories", cls=_Listing, short_help="List which reports tell the same news.", epilog=EXAMPLES)
def command() -> None:
    """List the stories: articles that tell the same news, the newest first.

    Words that are no command are a query, as find takes it: `dragoman stories about:syria`.
    """


@command.command("list", short_help="List the stories; done where no command is named.", epilog=LIST_EXAMPLES)
@click.argument("query", metavar="[QUERY]...", nargs=-1)
@options.as_json
@options.database
def list_(query: tuple[str, ...], *, json: bool, db: str | None) -> None:
    """List the stories with a report of what a query asks for; all where none is given."""
    from dragoman.analysis import stories
    from dragoman.query import parse

    asked = " ".join(query)
    with options.store(db) as opened:
        found = stories.find(opened, parse(asked) if asked else None)
    if not found.stories:
        click.echo(f"Nothing found for {asked}." if asked else "The store holds no articles yet.", err=True)
    _print(found, as_json=json, whole=False)


@command.command("show", short_help="Show a story with its reports.", epilog=SHOW_EXAMPLES)
@click.argument("story", metavar="ID")
@options.as_json
@options.database
def show(story: str, *, json: bool, db: str | None) -> None:
    """Show a story with its reports. The beginning of an id will do."""
    from dragoman.analysis import stories

    with options.store(db) as opened:
        _print(stories.get(opened, story), as_json=json, whole=True)


@command.command("split", short_help="Take reports out of a story.", epilog=SPLIT_EXAMPLES)
@click.argument("story", metavar="STORY")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@options.why
@options.by
@options.database
def split(story: str, articles: tuple[str, ...], *, why: str | None, by: str | None, db: str | None) -> None:
    """Make a story of its own of some reports of one, by their ids, and show it.

    This holds from now on, also when the articles are read again. Claims stay as they are.
    """
    from dragoman.analysis import stories
    from dragoman.upkeep import regrouping

    with options.store(db, writes=True) as opened:
        made = regrouping.split(opened, story, articles, author=options.author(by, why))
        _print(stories.get(opened, made), as_json=False, whole=True)


@command.command("join", short_help="Make one story of several.", epilog=JOIN_EXAMPLES)
@click.argument("ids", metavar="STORY STORY...", nargs=-1, required=True)
@options.why
@options.by
@options.database
def join(ids: tuple[str, ...], *, why: str | None, by: str | None, db: str | None) -> None:
    """Make one story of several, which keeps the id of the first, and show it.

    This holds from now on, also when the articles are read again. Claims stay as they are.
    """
    from dragoman.analysis import stories
    from dragoman.upkeep import regrouping

    if len(ids) < 2:
        raise click.UsageError("name two stories or more")
    with options.store(db, writes=True) as opened:
        made = regrouping.join(opened, ids, author=options.author(by, why))
        _print(stories.get(opened, made), as_json=False, whole=True)


@command.command("decisions", short_help="List what was split and joined.", epilog=DECISIONS_EXAMPLES)
@options.as_json
@options.database
def decisions(*, json: bool, db: str | None) -> None:
    """List all that people have split and joined: who, when and why, and whether it was taken back."""
    from dragoman.cli.render_stories import render_decisions
    from dragoman.upkeep import regrouping

    with options.store(db) as opened:
        found = regrouping.decisions(opened)
    if not found and not json:
        click.echo("Nothing is split or joined yet; `dragoman stories split --help` tells how.", err=True)
        return
    render_decisions(found, as_json=json)


@command.command("withdraw", short_help="Take a decision back.", epilog=WITHDRAW_EXAMPLES)
@click.argument("number", type=int)
@options.database
def withdraw(number: int, *, db: str | None) -> None:
    """Take back what was split or joined: the stories are as if it had never been done.

    NUMBER is that of a decision, as `dragoman stories decisions` lists it.
    """
    from dragoman.upkeep import regrouping

    with options.store(db, writes=True) as opened:
        regrouping.withdraw(opened, number)
    click.echo(f"Decision {number} is withdrawn.", err=True)


def _print(found: Stories, *, as_json: bool, whole: bool) -> None:
    from dragoman.cli import console
    from dragoman.cli.render_stories import render

    if as_json:
        sys.stdout.write(found.model_dump_json(indent=1) + "\n")
    else:
        render(found, console.output(), whole=whole)
