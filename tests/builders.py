"""Small functions that build frozen values for tests: an article is written with its claims in mind.

paris = article("Lavrov met Le Drian in Paris.", published="2017-07-07")
meeting(paris, "Lavrov met Le Drian in Paris", LAVROV, LE_DRIAN, date="2017-07-06", place="Paris")
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from dragoman.types import (
    Account,
    Actor,
    ActorKind,
    Alignment,
    Article,
    Block,
    BlockKind,
    Claim,
    Event,
    Evidence,
    Heading,
    Meeting,
    Office,
    Relation,
    Statement,
)


def digest(*parts: object) -> str:
    """Twelve hexadecimal characters that stand for the parts."""
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]


def article(text: str, *, published: str | None = None, page: str = "report.txt", **values: Any) -> Article:
    """An article of one paragraph."""
    given = {"url": None, "source": None, "title": None, "language": "en", **values}
    return Article(
        id=given.pop("id", "a-" + digest(page, text, published)),
        page=page,
        published=published,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else (),
        **given,
    )


def actor(
    name: str,
    kind: str = "person",
    country: str | None = None,
    *names: str,
    offices: tuple[Office, ...] = (),
    id: str | None = None,
) -> Actor:
    """An actor whose id is made of its name."""
    return Actor(
        id=id or f"{kind}:{name.lower().replace(' ', '-')}",
        name=name,
        kind=ActorKind(kind),
        names=(name, *names),
        country=country,
        offices=offices,
    )


LAVROV = actor("Sergei Lavrov", "person", "RUS", "Lavrov", offices=(Office("foreign minister", "Russia"),))
LE_DRIAN = actor("Jean-Yves Le Drian", "person", "FRA", "Le Drian")
MACRON = actor("Emmanuel Macron", "person", "FRA", "Macron")
PUTIN = actor("Vladimir Putin", "person", "RUS", "Putin")
FRANCE = actor("France", "state", "FRA", "Paris")
RUSSIA = actor("Russia", "state", "RUS", "Moscow")
SYRIA = actor("Syria", "state", "SYR", "Damascus")
CAST = (LAVROV, LE_DRIAN, MACRON, PUTIN, FRANCE, RUSSIA, SYRIA)


def span(of: Article, exact: str) -> Evidence:
    """The first place where an article has these words."""
    start = of.text.index(exact)
    return Evidence(of.id, start, start + len(exact), exact)


def statement(of: Article, content: str, *speakers: Actor, kind: str = "direct", **values: Any) -> Statement:
    """A statement; `addressee` is given as actors, `cue` and `source` as words of the article."""
    for role in ("cue", "source"):
        if role in values:
            values[role] = span(of, values[role])
    return Statement(
        id="s-" + digest(of.id, content, values.get("cue")),
        article=of.id,
        evidence=(span(of, content),),
        kind=kind,
        speakers=_ids(speakers),
        addressee=_ids(values.pop("addressee", ())),
        **values,
    )


def meeting(
    of: Article, words: str, *participants: Actor, form: str = "meeting", status: str = "held", **values: Any
) -> Meeting:
    """A meeting."""
    return Meeting(
        id="m-" + digest(of.id, words, _ids(participants), form, status, sorted(values.items())),
        article=of.id,
        evidence=(span(of, words),),
        participants=_ids(participants),
        form=form,
        status=status,
        **values,
    )


def event(of: Article, words: str, type: str, by: Actor, to: Actor, **values: Any) -> Event:  # noqa: A002
    """An event with one actor and one recipient."""
    given = {"mode": None, "contexts": (), "date": None, "place": None, "status": "asserted", **values}
    return Event(
        id="e-" + digest(of.id, words, type, by.id, to.id),
        article=of.id,
        evidence=(span(of, words),),
        type=type,
        actors=(by.id,),
        recipients=(to.id,),
        **given,
    )


def relation(
    of: Article, words: str, subject: Actor, predicate: str, to: Actor | str, **values: Any
) -> Relation:
    """A relation to an actor or a text."""
    target = to.id if isinstance(to, Actor) else to
    return Relation(
        id="r-" + digest(of.id, words, subject.id, predicate, target),
        article=of.id,
        evidence=(span(of, words),),
        subject=subject.id,
        predicate=predicate,
        object=target,
        **values,
    )


def alignment(of: Article, words: str, kind: str, issue: str, *parties: Actor) -> Alignment:
    """An alignment."""
    return Alignment(
        id="l-" + digest(of.id, words, kind, issue),
        article=of.id,
        evidence=(span(of, words),),
        parties=_ids(parties),
        kind=kind,
        issue=issue,
    )


def account(of: Article, *claims: Claim, actors: tuple[Actor, ...] = CAST) -> Account:
    """What an article tells."""
    return Account(Heading.of(of), actors, claims)


def _ids(actors: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(one.id for one in actors)
