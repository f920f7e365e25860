"""`dragoman actors`: the actors that are known before an article is read, and those of the user's own."""

from __future__ import annotations

import click

from dragoman.cli import options
from dragoman.cli.progress import Bar

KINDS = ("person", "state", "body", "igo", "organization", "party", "armed_group", "group")
"""The kinds of actor, those first that people add most."""

NOT_FOUND = 1
"""The exit status where nobody of the name is known, and where nothing of a file could be added."""

EXAMPLES = """\b
Examples:
  dragoman actors show Lavrov
  dragoman actors add "Jane Roe" --kind person --country FRA
  dragoman actors import embassy.yaml
  dragoman actors why Lavrov"""

ADD_EXAMPLES = """\b
Examples:
  dragoman actors add "Jane Roe" --kind person --name "Jane A. Roe" \\
      --office "foreign minister of France" --since 2027-05 --until 2028-10
  dragoman actors add "Baltic Forum" --kind igo --member EST --member LVA
  dragoman actors add "River Front" --kind armed_group --country MLI"""

IMPORT_EXAMPLES = """\b
Examples:
  dragoman actors import embassy.yaml
  dragoman actors import peps.ftm.json more.yaml"""

SHOW_EXAMPLES = """\b
Examples:
  dragoman actors show
  dragoman actors show "Sergei Lavrov"
  dragoman actors show FRA
  dragoman actors show igo:nato --json"""

WHY_EXAMPLES = """\b
Examples:
  dragoman actors why Lavrov
  dragoman actors why FRA --db summit.sqlite
  dragoman actors why Lavrov --article examples/agency.txt --json"""


@click.group(
    "actors", short_help="Show who is known, add actors of your own, explain links.", epilog=EXAMPLES
)
def command() -> None:
    """Show which actors are known, add your own, and explain why a mention was linked.

    States, organisations and people with their offices ship with the package. Your own are kept in a file
    beside the store, or where DRAGOMAN_ACTORS or the settings file say, and take part in reading from then
    on. Articles that were read before stay as they were read.
    """


@command.command("add", short_help="Add an actor of your own.", epilog=ADD_EXAMPLES)
@click.argument("name")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="What the actor is.")
@click.option("--name", "names", metavar="OTHER", multiple=True, help="Another name; may be repeated.")
@click.option("--country", metavar="CODE", help="The state, as FRA, that the actor is or belongs to.")
@click.option(
    "--member", "members", metavar="CODE", multiple=True, help="A member of an igo; may be repeated."
)
@click.option("--gender", type=click.Choice(["m", "f"]), help="Tells whom a pronoun may mean.")
@click.option("--office", metavar="TITLE", help="An office of a person, as “foreign minister of France”.")
@click.option("--since", metavar="DATE", help="When the office began, as 2017, 2017-05 or 2017-05-17.")
@click.option(
    "--until", metavar="DATE", help="When it ended: the first day without it, or the last month or year."
)
def add(  # noqa: PLR0913 - one for each option
    name: str,
    *,
    kind: str,
    names: tuple[str, ...],
    country: str | None,
    members: tuple[str, ...],
    gender: str | None,
    office: str | None,
    since: str | None,
    until: str | None,
) -> None:
    """Add an actor of your own, or another name or office to one that is known.

    What is not said stays as it is known. For several offices call the command once for each. Adding the
    same again changes nothing.
    """
    from dragoman import who
    from dragoman.cli.render_actors import tell

    if (since or until) and not office:
        raise click.UsageError("--since and --until say when an office was held; give --office too")
    offices = [{"title": office, "since": since, "until": until}] if office else []
    given = {"names": list(names), "country": country, "members": list(members), "gender": gender,
             "offices": offices}  # fmt: skip
    tell(who.add({"name": name, "kind": kind, **{field: value for field, value in given.items() if value}}))


@command.command(
    "import", short_help="Add the actors of YAML or FollowTheMoney files.", epilog=IMPORT_EXAMPLES
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
def import_(files: tuple[str, ...]) -> int:
    """Add the actors of files.

    FILE is YAML as docs/format.md describes it, or FollowTheMoney entities, one a line, as OpenSanctions
    publishes them (*.ftm.json): persons with their positions and occupancies, organisations and public
    bodies.

    An entry that cannot be used is a line on standard error, and the rest is added all the same. An entry
    replaces what was known of its actor, but for what it leaves out. Importing a file again changes nothing.
    The exit status is 1 where nothing could be used, and 2 where a file is none of these; nothing is added
    then.
    """
    from dragoman import who
    from dragoman.cli.render_actors import tell

    with Bar() as bar:
        added = who.load(files, on_entry=bar.advance)
    tell(added)
    return 0 if added.new or added.changed or added.same else NOT_FOUND


@command.command("show", short_help="Show what is known of an actor.", epilog=SHOW_EXAMPLES)
@click.argument("words", metavar="[NAME|ID|COUNTRY]", nargs=-1)
@options.as_json
def show(words: tuple[str, ...], *, json: bool) -> int:
    """Show what is known of an actor: names, country, members, offices with their dates, and the source.

    Without a name, show how many actors of each kind are known. The exit status is 1 where nobody of the
    name is known.
    """
    from dragoman import who
    from dragoman.cli import render_actors

    asked = " ".join(words)
    if not asked:
        render_actors.summary(who.tally(), as_json=json)
        return 0
    hits = who.find(asked)
    if not hits.profiles:
        render_actors.miss(f"Nobody called “{asked}” is known", who.near(asked))
    if hits.profiles or json:
        render_actors.profiles(hits.profiles, as_json=json)
    return 0 if hits.profiles else NOT_FOUND


@command.command("why", short_help="Explain how the mentions of an actor were linked.", epilog=WHY_EXAMPLES)
@click.argument("words", metavar="NAME|ID|COUNTRY", nargs=-1, required=True)
@click.option("--article", metavar="ID", help="Only this article: its id, the beginning of it, or its page.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(min=1),
              help="How many articles to read again, the latest first.")  # fmt: skip
@options.as_json
@options.database
def why(words: tuple[str, ...], *, article: str | None, limit: int, json: bool, db: str | None) -> int:
    """Explain how the mentions of an actor in the stored articles are linked, the most frequent first.

    The store keeps what articles say, not every mention. So the articles that speak of the actor are read
    again, with the actors that are known now; the output names them. The exit status is 1 where no mention
    is found.
    """
    from dragoman import who
    from dragoman.cli import render_actors, render_why

    asked = " ".join(words)
    with options.store(db) as opened, Bar() as bar:
        found = who.why(asked, store=opened, article=article, limit=limit, on_article=bar.advance)
    if not found.links:
        where = "this article" if article else "the stored articles"
        render_actors.miss(f"No mention of “{asked}” in {where}", who.near(asked))
    if found.links or json:
        render_why.render(found, as_json=json)
    return 0 if found.links else NOT_FOUND
