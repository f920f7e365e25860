"""`dragoman read`: read reports and print the record that they give."""

from __future__ import annotations

import click

from dragoman.cli import options
from dragoman.cli.progress import Bar

EXAMPLES = """\b
Examples:
  dragoman read report.html
  dragoman read reports/ more/page.txt
  dragoman read https://news.example/paris.html
  dragoman read reports/ --json > record.json
  dragoman read reports/ --db summit.sqlite --certain 0.5"""

NOTHING_READ = 1
"""The exit status where no article could be read."""


@click.command("read", short_help="Read reports and print the record that they give.", epilog=EXAMPLES)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@options.jobs
@click.option(
    "--certain",
    metavar="P",
    type=click.FloatRange(0, 1),
    help="How certain an event must be to be kept, from 0 to 1; 0.25 where not given. More gives fewer and "
    "surer ones: docs/evaluation.md says how many.",
)
@options.as_json
@options.database
def command(
    paths: tuple[str, ...], *, jobs: int | None, certain: float | None, json: bool, db: str | None
) -> int:
    """Read reports, keep them in the store, and print the record that they give.

    PATH is a file, a folder or an http or https link: text or HTML, in any encoding. Links lead to the public
    internet only (see docs/feeds.md).

    What could not be read is said on standard error, a line each, and the rest is read all the same.
    Reading a page again changes nothing. The exit status is 1 where nothing could be read.
    """
    from dragoman import pipeline
    from dragoman.cli.print_record import print_record
    from dragoman.cli.render_outcomes import tell

    with options.store(db, writes=True) as opened:
        with Bar() as bar:
            run = pipeline.read(
                paths, store=opened, on_page=bar.advance, jobs=options.processes(jobs), certain=certain
            )
        tell(run)
        articles = [article for outcome in run.outcomes for article in outcome.articles]
        if articles or json:
            print_record(opened.find(articles=articles), as_json=json)
    return 0 if articles else NOTHING_READ
