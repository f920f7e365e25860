"""Random reports over a small world, so that many of them tell the same things."""

from __future__ import annotations

from hypothesis import strategies as st

from builders import CAST, FRANCE, LAVROV, LE_DRIAN, MACRON, PUTIN, RUSSIA, SYRIA, article, digest
from dragoman.types import Account, Article, Claim, Evidence, Heading, Meeting, Relation, Statement

ACTORS = st.sampled_from([LAVROV, LE_DRIAN, MACRON, PUTIN, FRANCE, RUSSIA, SYRIA])
DATES = st.sampled_from(
    [None, "2017-07-06", "2017-07-07", "2017-07", "2017-W27", "2017", "XXXX-07-06", "2017-06"]
)
PUBLISHED = st.sampled_from([None, "2017-07-06", "2017-07-07", "2017-08-01", "2018-02"])
SENTENCES = st.sampled_from(
    [
        "the number one enemy of both nations is terrorism",
        "our number one enemy remains terrorism, he went on",
        "sanctions must be lifted before the winter",
        "the sanctions must be lifted before winter comes",
        "nothing has been decided",
    ]
)


@st.composite
def meetings(draw: st.DrawFn, of: Article, n: int) -> Meeting:
    people = draw(st.lists(ACTORS, min_size=1, max_size=3, unique_by=lambda one: one.id))
    return Meeting(
        id="m-" + digest(of.id, n),
        article=of.id,
        evidence=(_first_word(of),),
        participants=tuple(one.id for one in people),
        form=draw(st.sampled_from(["meeting", "visit", "call", "multilateral"])),
        status=draw(st.sampled_from(["held", "held", "planned", "proposed"])),
        date=draw(DATES),
        place=draw(st.sampled_from([None, "Paris", "Moscow", "Paris, France"])),
    )


@st.composite
def statements(draw: st.DrawFn, of: Article, n: int) -> Statement:
    return Statement(
        id="s-" + digest(of.id, n),
        article=of.id,
        evidence=(_sentence(of, draw(st.sampled_from(of.text.split(". "))).rstrip(".")),),
        kind=draw(st.sampled_from(["direct", "indirect"])),
        speakers=(draw(ACTORS).id,),
        said_on=draw(DATES),
    )


@st.composite
def relations(draw: st.DrawFn, of: Article, n: int) -> Relation:
    return Relation(
        id="r-" + digest(of.id, n),
        article=of.id,
        evidence=(_first_word(of),),
        subject=draw(ACTORS).id,
        predicate=draw(st.sampled_from(["holds_office", "backs"])),
        object=draw(st.sampled_from([SYRIA.id, "foreign minister of Russia", "Russia foreign minister"])),
        since=draw(st.sampled_from([None, "2004", "2012-05"])),
    )


@st.composite
def accounts(draw: st.DrawFn) -> tuple[tuple[Article, Account], ...]:
    """Up to six articles with what they tell."""
    return tuple(draw(_told(n)) for n in range(draw(st.integers(1, 6))))


@st.composite
def _told(draw: st.DrawFn, n: int) -> tuple[Article, Account]:
    text = ". ".join(draw(st.lists(SENTENCES, min_size=1, max_size=3))) + "."
    of = article(text, published=draw(PUBLISHED), page=f"{n}.txt")
    claims: list[Claim] = []
    for make in (meetings, statements, relations):
        claims += [draw(make(of, 10 * k)) for k in range(draw(st.integers(0, 3)))]
    return of, Account(Heading.of(of), CAST, tuple(claims))


def _first_word(of: Article) -> Evidence:
    return _sentence(of, of.text.split()[0])


def _sentence(of: Article, exact: str) -> Evidence:
    start = of.text.index(exact)
    return Evidence(of.id, start, start + len(exact), exact)
