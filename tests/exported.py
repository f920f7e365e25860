"""A small record with every kind in it, and what a format makes of a record."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO

from builders import (
    CAST,
    FRANCE,
    LAVROV,
    LE_DRIAN,
    MACRON,
    PUTIN,
    RUSSIA,
    SYRIA,
    account,
    actor,
    alignment,
    article,
    event,
    meeting,
    relation,
    statement,
)
from dragoman import record
from dragoman.export import document, formats
from dragoman.export.formats import Source
from dragoman.types import Account, Article, Office, Selection

GUTERRES = actor(
    "António Guterres", "person", "PRT", offices=(Office("secretary-general", "United Nations"),)
)
UN = actor("United Nations", "igo", None, "UN", id="igo:un")
COURT = actor("Supreme Court", "body", "FRA", id="body:FRA:supreme-court")
FRONT = actor("River Front", "armed_group", "SYR")
HARIRI = actor("Saad Hariri", "person", "LBN", offices=(Office("former prime minister", "Lebanon"),))
EVERYBODY = (*CAST, GUTERRES, UN, COURT, FRONT, HARIRI)

NEWS = article(
    "Lavrov met Le Drian\tin Paris on Thursday – “café”. Macron will see Putin next month. “We oppose "
    "chemical weapons,” Le Drian said. Russia accused France of delay. France will aid Syria. "
    "Russia did not attack Syria. France would sanction Russia. The front shelled the court in 2014. "
    "France and Russia differ over Syria. Macron called off a meeting with Guterres.",
    published="2017-07-07T09:31",
    page="news/paris report.txt",
    title="Ministers\ttalk",
    source="Riverside Gazette",
    url="https://gazette.example/paris",
)
MORE = article(
    "Le Drian hosted Lavrov. Russia backs Syria. Hariri and Guterres spoke by phone.", page="undated.txt"
)


def everything() -> Source:
    """A record of two articles: each kind, each status, and both with and without a date."""
    news = (
        meeting(
            NEWS, "Lavrov met Le Drian", LAVROV, LE_DRIAN, form="visit", date="2017-07-06", place="Paris"
        ),
        meeting(NEWS, "Macron will see Putin", MACRON, PUTIN, status="planned", date="2017-08"),
        meeting(NEWS, "Macron called off", MACRON, GUTERRES, status="cancelled", date="2017-07-20"),
        statement(
            NEWS, "We oppose chemical weapons,", LE_DRIAN, cue="said", topics=("Syria",), addressee=(LAVROV,)
        ),
        event(
            NEWS,
            "Russia accused France of delay",
            "ACCUSE",
            RUSSIA,
            FRANCE,
            mode="allege",
            contexts=("military", "legal"),
            date="2017-07-05",
            attributed_to=(LE_DRIAN.id,),
        ),
        event(NEWS, "France will aid Syria", "AID", FRANCE, SYRIA, status="planned", contexts=("economic",)),
        event(NEWS, "Russia did not attack", "ASSAULT", RUSSIA, SYRIA, status="negated"),
        event(NEWS, "France would sanction", "SANCTION", FRANCE, RUSSIA, status="hypothetical"),
        event(
            NEWS,
            "The front shelled the court",
            "ASSAULT",
            FRONT,
            COURT,
            status="historical",
            date="2014",
            mode="heavy-weapons",
        ),
        relation(NEWS, "Lavrov", LAVROV, "holds_office", "foreign minister of Russia", since="2004"),
        alignment(NEWS, "France and Russia differ", "differ", "Syria", FRANCE, RUSSIA),
    )
    more = (
        meeting(
            MORE, "Le Drian hosted Lavrov", LE_DRIAN, LAVROV, form="visit", date="2017-07-05", place="Paris"
        ),
        meeting(MORE, "Hariri and Guterres spoke", HARIRI, GUTERRES, form="call"),
        relation(MORE, "Russia backs Syria", RUSSIA, "backs", SYRIA),
    )
    return source(account(NEWS, *news, actors=EVERYBODY), account(MORE, *more, actors=EVERYBODY), NEWS, MORE)


def source(*given: Account | Article) -> Source:
    """What is exported of accounts, with the articles that they are of."""
    accounts = [one for one in given if isinstance(one, Account)]
    articles = {one.id: one for one in given if isinstance(one, Article)}
    selected = Selection(tuple(replace(one, claims=()) for one in accounts), record.records(accounts))
    return Source(document.make(selected), articles.__getitem__)


class Kept:
    """A destination that keeps the files."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        opened = io.BytesIO()
        yield opened
        self.files[name] = opened.getvalue()


def files(format: str, given: Source) -> dict[str, bytes]:  # noqa: A002 - what it is
    """The files that a format makes."""
    kept = Kept()
    formats.get(format).write(given, kept)
    return kept.files


def text(format: str, given: Source) -> str:  # noqa: A002 - what it is
    """The only file that a format makes."""
    (content,) = files(format, given).values()
    return content.decode()


def cells(table: str) -> list[list[str]]:
    """The rows of a tab-separated table."""
    return [line.split("\t") for line in table.splitlines()]


def one_with(rows: Sequence[dict[str, str]], **values: str) -> dict[str, str]:
    """The only row with these values."""
    (found,) = [row for row in rows if values.items() <= row.items()]
    return found
