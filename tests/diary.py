"""Reports of meetings that were to be, and of some that were, for what follows plans up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from builders import (
    CAST,
    FRANCE,
    LAVROV,
    LE_DRIAN,
    MACRON,
    PUTIN,
    RUSSIA,
    account,
    alignment,
    article,
    event,
    meeting,
    statement,
)
from dragoman.store import Store
from dragoman.types import Account, Article
from stored import put

FIRST, SECOND = datetime(2026, 5, 4, 9, tzinfo=UTC), datetime(2026, 5, 5, 9, tzinfo=UTC)
"""When the announcements were read, and when what came of them was."""

ANNOUNCED = article(
    "Lavrov will meet Le Drian in Paris on July 6. Macron will receive Putin in August. Putin and Le Drian "
    "were to talk on July 3. Macron invited Lavrov. Lavrov will call Macron on July 10. Putin asked to meet "
    "Macron; Paris refused. France and Russia differ over Syria. Le Drian said that the talks would be long.",
    published="2017-07-01",
    page="announced.txt",
    title="A full diary",
    source="Hill Post",
)

TOLD = article(
    "Lavrov met Le Drian in Paris on Thursday, July 6. The talk of Putin and Le Drian was called off. France "
    "and Russia agree on Syria. “The talks would be long,” Le Drian said. Russia accused France of delay.",
    published="2017-07-07",
    page="told.txt",
    title="Ministers talk",
    source="Riverside Gazette",
)

LATE = article(
    "Vladimir Putin came to Brégançon on August 20 and met Macron.",
    published="2017-08-21",
    page="late.txt",
    title="A guest in August",
    source="Riverside Gazette",
)


def accounts() -> tuple[tuple[Article, Account], ...]:
    """What the reports tell."""
    announced = (
        meeting(
            ANNOUNCED, "Lavrov will meet Le Drian", LAVROV, LE_DRIAN,
            status="planned", date="2017-07-06", place="Paris",
        ),
        meeting(ANNOUNCED, "Macron will receive Putin", MACRON, PUTIN, status="planned", date="2017-08"),
        meeting(ANNOUNCED, "Putin and Le Drian", PUTIN, LE_DRIAN, status="planned", date="2017-07-03"),
        meeting(ANNOUNCED, "Macron invited Lavrov", MACRON, LAVROV, status="proposed"),
        meeting(
            ANNOUNCED, "Lavrov will call Macron", LAVROV, MACRON,
            status="planned", form="call", date="2017-07-10",
        ),
        meeting(ANNOUNCED, "Putin asked to meet Macron", PUTIN, MACRON, status="refused", date="2017-07-05"),
        alignment(ANNOUNCED, "France and Russia differ", "differ", "future of Syria", FRANCE, RUSSIA),
        statement(ANNOUNCED, "the talks would be long", LE_DRIAN, kind="indirect"),
    )  # fmt: skip
    told = (
        meeting(TOLD, "Lavrov met Le Drian", LAVROV, LE_DRIAN, date="2017-07-06", place="Paris"),
        meeting(
            TOLD, "The talk of Putin and Le Drian", PUTIN, LE_DRIAN, status="cancelled", date="2017-07-04"
        ),
        alignment(TOLD, "France and Russia agree on Syria.", "agree", "future of Syria", FRANCE, RUSSIA),
        statement(TOLD, "The talks would be long,", LE_DRIAN, cue="said"),
        event(TOLD, "Russia accused France of delay.", "ACCUSE", RUSSIA, FRANCE),
    )
    late = (meeting(LATE, "met Macron", PUTIN, MACRON, date="2017-08-20", place="Brégançon"),)
    found = ((ANNOUNCED, announced), (TOLD, told), (LATE, late))
    return tuple((of, account(of, *claims)) for of, claims in found)


def fill(db: Store) -> None:
    """Read the announcements into a store, and in a second run what came of them."""
    for (of, told), moment in zip(accounts(), (FIRST, SECOND, SECOND + timedelta(minutes=1)), strict=True):
        if moment in (FIRST, SECOND):
            db.begin(moment)
        put(db, of, *told.claims, actors=CAST, now=moment)
