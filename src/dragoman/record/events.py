"""When two reports tell of one event, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman import timex
from dragoman.folding import fold
from dragoman.record import leads, numbers, parties
from dragoman.record.features import Feature, Field, Rules, company, days_between, likeness, story
from dragoman.record.told import Told
from dragoman.record.wording import content_of, jaccard
from dragoman.types import Actor, ActorKind, Event

_NEWS, _STALE = 3, 30
"""Days between two reports: of the same news; no longer of the same event."""

_FAMILY = 5
"""Letters that words of one family begin with."""


def actors(one: Told[Event], other: Told[Event]) -> float:
    """The same act."""
    return likeness(_actors(one), _actors(other))


def recipients(one: Told[Event], other: Told[Event]) -> float:
    """It is done to the same."""
    ones, others = _recipients(one), _recipients(other)
    if ones or others:
        return likeness(ones, others)
    return 1.0 if min(len(_actors(one)), len(_actors(other))) > 1 else 0.5  # two who act on each other


def date(one: Told[Event], other: Told[Event]) -> float:
    """They are dated the same, or reported at the same time."""
    a, b = one.claim.date, other.claim.date
    if a and b:
        return 1.0 if max(timex.width(a), timex.width(b)) <= 7 else 0.5
    gap = days_between(_news_of(one), _news_of(other))
    if gap is None:
        return 0.3
    return 0.6 if gap <= _NEWS else 0.0 if gap <= _STALE else -0.7


def place(one: Told[Event], other: Told[Event]) -> float:
    """They are at the same place."""
    a, b = fold(one.claim.place or ""), fold(other.claim.place or "")
    return 1.0 if a and a == b else 0.0


def words(one: Told[Event], other: Told[Event]) -> float:
    """The reports use the same words."""
    return jaccard(one.text.content, other.text.content)


def trigger(one: Told[Event], other: Told[Event]) -> float:
    """A word of one family tells of it, all the more in the same news."""
    if not _trigger(one) & _trigger(other):
        return 0.0  # not for the news alone: in one story one actor does much of one type
    return 1.0 if story(one, other) else 0.2


def contradict(one: Told[Event], other: Told[Event]) -> bool:
    """Whether they cannot be one: another type, another time, done by or to others, denied by one."""
    a, b = one.claim, other.claim
    return (
        a.type != b.type
        or (a.status == "negated") != (b.status == "negated")
        or ("planned" in {a.status, b.status} and a.status != b.status)
        or not timex.agree(a.date, b.date)
        or bool(_named(_actors(one)) and _named(_actors(other)) and not actors(one, other))
        or bool(a.recipients and b.recipients and not recipients(one, other))
    )


def apart(one: Told[Event], other: Told[Event]) -> bool:
    """Whether one article tells both: it has them as two."""
    return one.heading.id == other.heading.id


def keys(told: Told[Event]) -> Iterator[str]:
    """The type, with each pair of one who acts and one to whom it is done.

    Who has no name of his own may be called otherwise elsewhere: then the word that tells of it has to do.
    """
    acting = {parties.home(one) for one in _actors(told)}
    affected = {parties.home(one) for one in _recipients(told)} or {""}
    if not _named(_actors(told)):
        yield from (f"event|{told.claim.type}|{word}" for word in sorted(_trigger(told)))
    yield from (f"event|{told.claim.type}|{a}|{b}" for a in sorted(acting) for b in sorted(affected))


def when(told: Told[Event]) -> tuple[str, str]:
    """The days that a key covers: its own, or those on which it may have been reported."""
    if timex.days(told.claim.date):
        return timex.bounds(told.claim.date, slack=_NEWS)
    return timex.bounds(told.heading.published, slack=_STALE)


def lead(tolds: Sequence[Told[Event]]) -> Event:
    """The most precise date, and all who act and to whom it is done."""
    claims = [told.claim for told in tolds]
    base = leads.best(
        claims, lambda claim: (-timex.width(claim.date), bool(claim.mode), claim.place is not None)
    )
    return replace(
        base,
        mode=leads.commonest(claim.mode for claim in claims),
        contexts=leads.union(claim.contexts for claim in claims),
        actors=leads.fullest([told.actors(told.claim.actors) for told in tolds]),
        recipients=leads.fullest([told.actors(told.claim.recipients) for told in tolds]),
        date=leads.most_precise(claim.date for claim in claims),
        place=leads.commonest(claim.place for claim in claims),
        status=leads.commonest(claim.status for claim in claims) or base.status,
        attributed_to=leads.fullest([told.actors(told.claim.attributed_to) for told in tolds]),
    )


def _actors(told: Told[Event]) -> tuple[Actor, ...]:
    return told.actors(dict.fromkeys(told.claim.actors))


def _recipients(told: Told[Event]) -> tuple[Actor, ...]:
    return told.actors(dict.fromkeys(told.claim.recipients))


def _named(actors: Sequence[Actor]) -> bool:
    return any(actor.kind != ActorKind.GROUP for actor in actors)


def _trigger(told: Told[Event]) -> frozenset[str]:
    """The beginnings of the words that tell of it: "agreed" and "agreement" are of one family."""
    if told.claim.trigger is None:
        return frozenset()
    return frozenset(word[:_FAMILY] for word in content_of(fold(told.claim.trigger.exact).split()))


def _counts(told: Told[Event]) -> str | None:
    """The words, where they count something."""
    text = " … ".join(one.exact for one in told.claim.evidence)
    return text if numbers.counted(text) else None


def _differ_in_numbers(one: Told[Event], other: Told[Event]) -> bool:
    return numbers.clash(_counts(one) or "", _counts(other) or "")


def _news_of(told: Told[Event]) -> timex.Days | None:
    """When it was news: its own days, or those on which an article foretold it."""
    own = timex.days(told.claim.date)
    return own if own and told.claim.status != "planned" else told.published or own


RULES = Rules(
    features=(
        Feature(actors, 0.3),
        Feature(recipients, 0.3),
        Feature(date, 0.25),
        Feature(place, 0.1),
        Feature(words, 0.5),
        Feature(trigger, 0.4),
        Feature(company, 0.1),
    ),
    threshold=0.75,
    keys=keys,
    when=when,
    contradict=contradict,
    apart=apart,
    lead=lead,
    fields=(Field("numbers", _counts, _differ_in_numbers),),
)
"""How events are brought together."""
