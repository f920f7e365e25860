"""When two reports tell of one meeting, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman import timex
from dragoman.record import leads, parties, places
from dragoman.record.features import Feature, Field, Rules, company, days_between, likeness, topics
from dragoman.record.told import Told
from dragoman.types import Actor, ActorKind, Meeting

_STATUSES = ("held", "cancelled", "refused", "planned", "proposed")
"""The later word first: what was planned may turn out held."""

_AHEAD = frozenset({"planned", "proposed"})
_SHARP, _LOOSE, _MONTH = 3, 10, 31
"""Days: of a summit at most; of a week and the weekends around it; of a month."""

_ALIKE = 0.8
"""From here on the participants are the same, whoever else one report names."""

_NEWS, _OLD = 3, 45
"""Days between two reports: of the same news; no longer of the same news."""


def participants(one: Told[Meeting], other: Told[Meeting]) -> float:
    """The same take part."""
    return likeness(_people(one), _people(other))


def date(one: Told[Meeting], other: Told[Meeting]) -> float:
    """They are dated the same, or reported at the same time."""
    a, b = one.claim.date, other.claim.date
    if a and b:
        width = max(timex.width(a), timex.width(b))
        near = 1.0 if width <= _SHARP else 0.7 if width <= _LOOSE else 0.4
        return near if timex.agree(a, b) else 0.3  # a day apart, else they would contradict each other
    gap = days_between(_news_of(one), _news_of(other))
    if gap is None:
        return 0.0
    return 0.3 if gap <= _NEWS else 0.0 if gap <= _OLD else -0.7


def place(one: Told[Meeting], other: Told[Meeting]) -> float:
    """They are at the same place."""
    return places.agreement(one.claim.place, other.claim.place)


def status(one: Told[Meeting], other: Told[Meeting]) -> float:
    """Both say that it took place, or both that it was to."""
    a, b = one.claim.status, other.claim.status
    return 1.0 if a == b else 0.5 if {a, b} <= _AHEAD else 0.0


def form(one: Told[Meeting], other: Told[Meeting]) -> float:
    """It takes the same form."""
    return 1.0 if one.claim.form == other.claim.form else 0.5


def contradict(one: Told[Meeting], other: Told[Meeting]) -> bool:
    """Whether they cannot be one: other people, time, form or place, or not yet held and held."""
    return any(
        clash(one, other) for clash in (_other_time, _other_form, _other_status, _other_place, _other_people)
    )


def apart(one: Told[Meeting], other: Told[Meeting]) -> bool:
    """Whether one article tells both and does not tell the same of both: it has them as two."""
    a, b = one.claim, other.claim
    return one.heading.id == other.heading.id and (
        (a.date, a.place, a.status, a.form) != (b.date, b.place, b.status, b.form)
        or participants(one, other) < _ALIKE
    )


def keys(told: Told[Meeting]) -> Iterator[str]:
    """Pairs of participants; each alone where a summit or a single participant is told."""
    people = _people(told)
    found = {*parties.pairs(people)}
    if told.claim.form == "multilateral" or len(people) == 1:
        found |= {how(one) for one in people for how in (parties.home, parties.called)}
    yield from (f"meeting|{key}" for key in sorted(found))


def when(told: Told[Meeting]) -> tuple[str, str]:
    """The days that a key covers: its own, give or take one, or those in which it was news."""
    if told.claim.date:
        return timex.bounds(told.claim.date, slack=1)
    return timex.bounds(told.heading.published, slack=_OLD)


def lead(tolds: Sequence[Told[Meeting]]) -> Meeting:
    """The most precise date, the fullest participants, the latest word on its status."""
    claims = [told.claim for told in tolds]
    base = leads.best(claims, lambda claim: (-timex.width(claim.date), len(claim.participants)))
    return replace(
        base,
        participants=leads.fullest([_people(told) for told in tolds]),
        form=leads.commonest(claim.form for claim in claims) or base.form,
        status=min((claim.status for claim in claims), key=_finality),
        date=leads.most_precise(claim.date for claim in claims),
        place=leads.commonest(claim.place for claim in claims),
        topics=leads.union(claim.topics for claim in claims),
    )


def _people(told: Told[Meeting]) -> tuple[Actor, ...]:
    return told.actors(dict.fromkeys(told.claim.participants))


def _news_of(told: Told[Meeting]) -> timex.Days | None:
    """When it was news: its own days, or those on which an article foretold it."""
    own = timex.days(told.claim.date)
    return own if own and told.claim.status not in _AHEAD else told.published or own


def _finality(status: str) -> int:
    return _STATUSES.index(status) if status in _STATUSES else len(_STATUSES)


def _is_summit(told: Told[Meeting]) -> bool:
    return told.claim.form == "multilateral"


def _same_day(one: Told[Meeting], other: Told[Meeting]) -> bool:
    """Whether both give the same date, not only dates that may be the same."""
    a, b = one.claim.date, other.claim.date
    if not a or not b or not timex.agree(a, b):
        return False
    return a == b or timex.days(a) == timex.days(b) or max(timex.width(a), timex.width(b)) > 10**5


def _other_time(one: Told[Meeting], other: Told[Meeting]) -> bool:
    slack = 1 if place(one, other) > 0 else 0
    return not timex.agree(one.claim.date, other.claim.date, slack=slack)


def _other_form(one: Told[Meeting], other: Told[Meeting]) -> bool:
    if (one.claim.form == "call") != (other.claim.form == "call"):
        return True
    if _is_summit(one) == _is_summit(other):
        return False
    ones, others = _people(one), _people(other)  # a talk beside a summit is no summit
    return parties.matched(ones, others) < 0.8 * max(len(ones), len(others))


def _other_status(one: Told[Meeting], other: Told[Meeting]) -> bool:
    a, b = one.claim.status, other.claim.status
    if a == b or {a, b} <= _AHEAD or _same_day(one, other) or _came_about(one, other):
        return False
    dated = one.claim.date and other.claim.date and place(one, other) > 0
    return not (dated and max(timex.width(one.claim.date), timex.width(other.claim.date)) <= _MONTH)


def _came_about(one: Told[Meeting], other: Told[Meeting]) -> bool:
    """Whether one report foretells, with no date, what the other dates soon after."""
    plan, deed = sorted((one, other), key=lambda told: -_finality(told.claim.status))
    foretold, day = plan.published, timex.days(deed.claim.date)
    if plan.claim.status not in _AHEAD or plan.claim.date or foretold is None or day is None:
        return False
    return 0 <= (day[0] - foretold[0]).days <= _OLD


def _other_place(one: Told[Meeting], other: Told[Meeting]) -> bool:
    return place(one, other) < 0 and not (_same_day(one, other) and participants(one, other) >= _ALIKE)


def _other_people(one: Told[Meeting], other: Told[Meeting]) -> bool:
    ones, others = _people(one), _people(other)
    both = parties.matched(ones, others)
    if _is_summit(one) and _is_summit(other):
        return both < 0.9
    return both < 1.7 or both < 0.6 * min(len(ones), len(others))


def _differ_in_people(one: Told[Meeting], other: Told[Meeting]) -> bool:
    """Whether each names someone whom the other leaves out."""
    ones, others = _people(one), _people(other)
    return _names_more(ones, others) and _names_more(others, ones)


def _names_more(ones: Sequence[Actor], others: Sequence[Actor]) -> bool:
    return any(
        one.kind != ActorKind.GROUP and not any(parties.likeness(one, other) for other in others)
        for one in ones
    )


def _differ_in_status(one: Told[Meeting], other: Told[Meeting]) -> bool:
    """Whether the statuses differ and time does not explain it: planned first, held then."""
    early, late = sorted((one, other), key=lambda told: -_finality(told.claim.status))
    if early.claim.status == late.claim.status:
        return False
    a, b = early.published, late.published
    return early.claim.status not in _AHEAD or (a is not None and b is not None and a[0] > b[1])


RULES = Rules(
    features=(
        Feature(participants, 0.5),
        Feature(date, 0.35),
        Feature(place, 0.25),
        Feature(status, 0.1),
        Feature(form, 0.1),
        Feature(topics, 0.1),
        Feature(company, 0.1),
    ),
    threshold=0.75,
    keys=keys,
    when=when,
    contradict=contradict,
    apart=apart,
    lead=lead,
    fields=(
        Field("date", lambda told: told.claim.date, lambda a, b: not timex.agree(a.claim.date, b.claim.date)),
        Field("place", lambda told: told.claim.place, lambda a, b: place(a, b) < 0),
        Field("status", lambda told: told.claim.status, _differ_in_status),
        Field("participants", lambda told: ", ".join(one.name for one in _people(told)), _differ_in_people),
    ),
)
"""How meetings are brought together."""
