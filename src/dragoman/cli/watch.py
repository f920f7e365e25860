"""`dragoman watch`: follow feeds and folders, and tell what changes."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import options

if TYPE_CHECKING:
    from dragoman.types import Outcome
    from dragoman.watch.changes import Change
    from dragoman.watch.plan import Plan, Saved, Webhook

SECRET = "DRAGOMAN_WEBHOOK_SECRET"  # noqa: S105 - the name of a variable
"""The environment variable that holds the secret by which messages are signed."""

NOT_WELL = 1
"""The exit status of `--once` where a source or an output failed."""

EXAMPLES = """\b
Examples:
  dragoman watch https://news.example/world.rss inbox/ --log changes.jsonl
  dragoman watch feeds.txt --once
  dragoman watch feeds.txt --query syria=about:syria --atom syria.atom
  dragoman watch --config watch.yaml"""


class _Every(click.ParamType[float]):
    """A duration."""

    name = "duration"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The duration in seconds.

        Raises:
            BadParameter: it is none.
        """
        from dragoman.watch.plan import seconds

        if isinstance(value, float):
            return value
        try:
            return seconds(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command("watch", short_help="Follow feeds and folders, and tell what changes.", epilog=EXAMPLES)
@click.argument("sources", metavar="[FEED|FOLDER|LIST]...", nargs=-1)
@click.option("--config", metavar="FILE", type=click.Path(path_type=Path),
              help="A YAML file that says what to follow and where to tell (see docs/feeds.md).")  # fmt: skip
@click.option("--every", metavar="TIME", type=_Every(),
              help="How often feeds are looked at: 90s, 15m, 2h, 1d; 15m where not given.")  # fmt: skip
@click.option("--once", is_flag=True, help="Look at everything once and end, as for cron.")
@click.option("--log", metavar="FILE", type=click.Path(path_type=Path),
              help="Append each change to a file, as a line of JSON.")  # fmt: skip
@click.option("--webhook", metavar="URL", help="Send each change to a server by POST.")
@click.option("--webhook-secret-file", metavar="FILE", type=click.Path(path_type=Path),
              help=f"A file with the secret that signs what is sent; otherwise {SECRET}.")  # fmt: skip
@click.option("--atom", metavar="FILE", type=click.Path(path_type=Path),
              help="Keep the records that changed last as an Atom feed.")  # fmt: skip
@click.option("--query", metavar="NAME=QUERY",
              help="Tell only of records that meet a query; what is told bears its name.")  # fmt: skip
@click.option("--user-agent", metavar="TEXT",
              help="What Dragoman calls itself before servers; say whom they may write to.")  # fmt: skip
@options.database
def command(*, once: bool, db: str | None, **chosen: object) -> int:
    """Follow feeds and folders: read what is new, and tell what it changed in the record.

    FEED is the address of an RSS or Atom feed, FOLDER a folder with reports, LIST a text file with an address
    a line. What is told: meetings, statements and other records that are new, fields that are not what they
    were, discrepancies that are new or settled; to a log, a server or an Atom feed.

    What was read is remembered in the store, so that nothing is read twice, also after a restart. A feed that
    fails is a line on standard error, and is tried again ever more rarely. Ctrl-C ends it after the article
    that is being read. With --once the exit status is 1 where a feed, a folder or an output failed.
    """
    from dragoman.watch.loop import Watch

    plan = _plan(**chosen)  # type: ignore[arg-type]
    stop = threading.Event()
    with options.store(db, writes=True) as opened:
        watching = Watch(plan, opened, _Printed(), stop)
        _stop_on_signals(stop)
        if once:
            return 0 if watching.once() else NOT_WELL
        click.echo(f"Following {_counted(plan)}. Ctrl-C ends it.", err=True)
        watching.run()
    return 0


def _plan(  # noqa: PLR0913 - the options of the command
    *,
    sources: tuple[str, ...],
    config: Path | None,
    every: float | None,
    log: Path | None,
    webhook: str | None,
    webhook_secret_file: Path | None,
    atom: Path | None,
    query: str | None,
    user_agent: str | None,
) -> Plan:
    """What the options and the file say together.

    Raises:
        UsageError: nothing is to be followed.
    """
    from dataclasses import replace

    from dragoman.watch import config as files
    from dragoman.watch.plan import Plan, Saved

    plan = files.load(config) if config else Plan()
    feeds, folders = _sorted(sources)
    outputs = Saved(log=log, webhook=_webhook(webhook, webhook_secret_file), atom=atom)
    if query is not None:
        outputs = _asked(query, outputs)
    if any((outputs.log, outputs.webhook, outputs.atom)):
        if outputs.name in {one.name for one in plan.saved}:
            raise click.UsageError(f"{config} has a query {outputs.name!r} already; name this one otherwise")
        plan = replace(plan, saved=(*plan.saved, outputs))
    plan = replace(
        plan,
        feeds=(*plan.feeds, *feeds),
        folders=(*plan.folders, *folders),
        every=every or plan.every,
        user_agent=user_agent or plan.user_agent,
    )
    if not plan.feeds and not plan.folders:
        raise click.UsageError("name a feed, a folder or a list of feeds, or a --config that does")
    return plan


def _sorted(sources: Sequence[str]) -> tuple[list[str], list[Path]]:
    """The feeds, those in lists too, and the folders.

    Raises:
        MissingPath: there is no such file or folder.
    """
    from dragoman.errors import MissingPath

    feeds: list[str] = []
    folders: list[Path] = []
    for source in sources:
        if "://" in source:
            feeds.append(source)
        elif Path(source).is_dir():
            folders.append(Path(source))
        elif Path(source).is_file():
            lines = Path(source).read_text(encoding="utf-8", errors="replace").splitlines()
            feeds += [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
        else:
            raise MissingPath(source)
    return feeds, folders


def _asked(text: str, outputs: Saved) -> Saved:
    """The outputs of a query, which is named before an equals sign, else after itself."""
    from dataclasses import replace

    from dragoman import query

    if not any((outputs.log, outputs.webhook, outputs.atom)):
        raise click.UsageError("--query needs --log, --webhook or --atom, where its changes are told")
    name, equals, words = text.partition("=")
    if not equals or not name.replace("-", "").replace("_", "").isalnum():
        name, words = text, text
    return replace(outputs, name=name, query=query.parse(words))


def _webhook(url: str | None, secret_file: Path | None) -> Webhook | None:
    from dragoman.watch import config
    from dragoman.watch.plan import Webhook

    if url is None:
        return None
    given = os.environ.get(SECRET, "").strip().encode()
    if secret_file is not None:
        return Webhook(url, config.secret(secret_file))
    return Webhook(url, config.checked(given, SECRET) if given else None)


def _stop_on_signals(stop: threading.Event) -> None:
    """Let the first Ctrl-C end the program after the running article, and the second at once."""

    def ask(number: int, _: object) -> None:
        if stop.is_set():
            signal.signal(number, signal.default_int_handler)
            raise KeyboardInterrupt
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, ask)


def _counted(plan: Plan) -> str:
    some = ((len(plan.feeds), "feed"), (len(plan.folders), "folder"))
    return " and ".join(f"{many} {what}{'s' * (many != 1)}" for many, what in some if many)


class _Printed:
    """Says on standard error how it goes, a line each."""

    def read(self, outcome: Outcome, found: Sequence[Change]) -> None:
        """Say what became of a page and what it changed."""
        for refusal in outcome.refusals:
            self._say(f"{refusal.location}: {refusal.reason}")
        if outcome.articles:
            changed = f"{len(found)} change{'s' * (len(found) != 1)}" if found else "nothing new"
            self._say(f"{outcome.location}: {changed}")

    def failed(self, name: str, reason: str) -> None:
        """Say what failed."""
        self._say(f"{name}: {reason}")

    def _say(self, line: str) -> None:
        from dragoman.telling.text import printable

        click.echo(printable(line), err=True)
