"""Two reports in which France and Russia agree, differ, speak and act, for what compares sides."""

from __future__ import annotations

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
from dragoman.store import Store
from dragoman.types import Account, Office
from stored import put

SARKOZY = actor(
    "Nicolas Sarkozy",
    "person",
    "FRA",
    "Sarkozy",
    offices=(Office("president", "France", "2007-05-16", "2012-05-15"),),
)
MEDIA = actor("Russian media", "group", "RUS")
EVERYBODY = (*CAST, SARKOZY, MEDIA)

TALKS = article(
    "Lavrov met Le Drian in Paris on Thursday. “The use of chemical weapons is a red line,” Le Drian said. "
    "Lavrov said that Syrian troops had no chemical weapons left. Paris and Moscow disagree about the raid "
    "on Khan Sheikhun. Both agree that terrorism must be fought. The raid on Khan Sheikhun was no crime, "
    "Putin said. Russian media called the raid a lie. Sarkozy said that Syria was lost. The two "
    "ministers promised to meet again.",
    published="2017-07-07",
    page="talks.txt",
    title="Ministers talk",
    source="Riverside Gazette",
)

LATER = article(
    "Russia accused France of arming rebels in Syria. France will impose sanctions on Russia, Lavrov said. "
    "“The raid on Khan Sheikhun cannot be forgotten,” Macron told Putin..",
    published="2019-08-20",
    page="later.txt",
    title="A cold summer",
    source="Hill Post",
)


def accounts() -> tuple[Account, Account]:
    """What the two reports tell."""
    talks = (
        meeting(TALKS, "Lavrov met Le Drian", LAVROV, LE_DRIAN, date="2017-07-06", place="Paris"),
        statement(
            TALKS,
            "The use of chemical weapons is a red line,",
            LE_DRIAN,
            cue="said",
            topics=("chemical weapons",),
            said_on="2017-07-06",
        ),
        statement(
            TALKS,
            "Syrian troops had no chemical weapons left",
            LAVROV,
            kind="indirect",
            topics=("troops",),
        ),
        alignment(TALKS, "Paris and Moscow disagree", "differ", "raid on Khan Sheikhun", FRANCE, RUSSIA),
        alignment(TALKS, "Both agree", "agree", "terrorism", LE_DRIAN, LAVROV),
        statement(
            TALKS, "The raid on Khan Sheikhun was no crime", PUTIN, kind="indirect", topics=("Khan Sheikhun",)
        ),
        statement(TALKS, "the raid a lie", MEDIA, kind="indirect", topics=("raid",)),
        statement(TALKS, "Syria was lost", SARKOZY, kind="indirect", topics=("Syria",)),
        statement(TALKS, "to meet again", LE_DRIAN, LAVROV, kind="indirect", topics=()),
        relation(TALKS, "Lavrov", LAVROV, "holds_office", "foreign minister of Russia"),
    )
    later = (
        event(
            LATER, "Russia accused France", "ACCUSE", RUSSIA, FRANCE, place="Syria", contexts=("military",)
        ),
        event(
            LATER,
            "France will impose sanctions",
            "SANCTION",
            FRANCE,
            RUSSIA,
            date="2019-09",
            status="planned",
            contexts=("military",),
            attributed_to=(LAVROV.id,),
        ),
        statement(
            LATER,
            "The raid on Khan Sheikhun cannot be forgotten,",
            MACRON,
            addressee=(PUTIN,),
            topics=("raid",),
        ),
        relation(LATER, "Russia", RUSSIA, "backs", SYRIA, since="2015-09"),
    )
    return account(TALKS, *talks, actors=EVERYBODY), account(LATER, *later, actors=EVERYBODY)


def fill(db: Store) -> None:
    """Read the two reports into a store."""
    for of, told in zip((TALKS, LATER), accounts(), strict=True):
        put(db, of, *told.claims, actors=EVERYBODY)
