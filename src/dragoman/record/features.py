"""What speaks for two claims telling the same thing: a table of named features with weights.

A feature is a function of two claims in their articles. Its docstring is the reason that a person
is shown; its value runs from -1 (speaks against) over 0 (says nothing) to 1.
Source: the layout of nomenklatura's matchers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman import stories, timex
from dragoman.record import parties, wording
from dragoman.record.told import Told
from dragoman.types import Actor, Claim

AnyTold = Told[Any]
Compare = Callable[[AnyTold, AnyTold], float]


@dataclass(frozen=True)
class Feature:
    """A weighted feature."""

    compare: Compare
    weight: float

    @property
    def name(self) -> str:
        """Its name: that of its function."""
        return self.compare.__name__

    @property
    def reason(self) -> str:
        """What it means, in a sentence."""
        return (self.compare.__doc__ or "").strip()


@dataclass(frozen=True)
class Rules:
    """How claims of one kind are brought together.

    `keys` gives the texts of a claim's keys and `when` the time that bounds them (see
    `dragoman.types.Key`). `contradict` says that two claims cannot tell the same thing. `apart` says
    that they do not belong in one record for another reason. `lead` makes the record's own values;
    `fields` names those on which reports may disagree, with the test for it. `exact` says that to
    share a key is to be the same, and there is nothing to weigh; `plain` then finds the claims that
    say no more than that.
    """

    features: tuple[Feature, ...]
    threshold: float
    keys: Callable[[AnyTold], Iterable[str]]
    when: Callable[[AnyTold], tuple[str, str]]
    contradict: Callable[[AnyTold, AnyTold], bool]
    lead: Callable[[Sequence[AnyTold]], Claim]
    fields: tuple[Field, ...] = ()
    apart: Callable[[AnyTold, AnyTold], bool] = lambda _a, _b: False
    exact: bool = False
    plain: Callable[[AnyTold], bool] = lambda _told: False


@dataclass(frozen=True)
class Field:
    """A field on which reports may disagree: what each says of it, and whether two sayings clash."""

    name: str
    value: Callable[[AnyTold], str | None]
    clash: Callable[[AnyTold, AnyTold], bool]


def score(rules: Rules, one: AnyTold, other: AnyTold) -> float:
    """How much speaks for two claims telling the same thing."""
    return sum(feature.weight * feature.compare(one, other) for feature in rules.features)


def explain(rules: Rules, one: AnyTold, other: AnyTold) -> list[tuple[str, float, str]]:
    """Each feature that says something of two claims: its name, what it adds, and its reason."""
    found = [(f.name, f.weight * f.compare(one, other), f.reason) for f in rules.features]
    return [row for row in found if row[1]]


def company(one: AnyTold, other: AnyTold) -> float:
    """Both articles speak of the same actors."""
    if len(one.company & other.company) < 3:
        return 0.0
    return wording.jaccard(one.company, other.company)


def story(one: AnyTold, other: AnyTold) -> float:
    """Both articles tell the same news."""
    # Asked of the two alone: an article's story may change as others come in, and what is one must not.
    if one.trace is None or other.trace is None or not stories.meets(one.trace, other.trace):
        return 0.0
    return float(stories.strength(one.trace, other.trace) >= stories.THRESHOLD)


def topics(one: AnyTold, other: AnyTold) -> float:
    """Both are about the same."""
    return wording.overlap(_topics(one), _topics(other))


def likeness(ones: Sequence[Actor], others: Sequence[Actor]) -> float:
    """How far two groups of actors are the same, 0 to 1: one that is contained in the other is half way."""
    if not ones or not others:
        return 0.0
    both = parties.matched(ones, others)
    return (min(both / min(len(ones), len(others)), 1.0) + both / (len(ones) + len(others) - both)) / 2


def days_between(one: timex.Days | None, other: timex.Days | None) -> int | None:
    """The days between two stretches, 0 where they touch, None where one is not known."""
    if one is None or other is None:
        return None
    return max((max(one[0], other[0]) - min(one[1], other[1])).days, 0)


def _topics(told: AnyTold) -> frozenset[str]:
    return wording.content_of(" ".join(told.claim.topics).lower().split())
