"""Judgements as people make them: about records, reports and claims that they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePath

from dragoman import pipeline
from dragoman.errors import BadJudgement, UnknownArticle, UnknownRecord
from dragoman.store import Store
from dragoman.types import Claim, Heading, Judgement, Relation
from dragoman.upkeep import values

__all__ = ["Author", "Standing", "different", "listed", "right", "same", "value", "withdraw", "wrong"]

_AT = "@"
"""What stands between a record and one of its articles."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who judges, and why."""

    who: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement, and whether it holds: `rests` says that it means a claim of the store."""

    judgement: Judgement
    withdrawn_by: int | None
    rests: bool


def same(one: str, other: str, author: Author, *, store: Store) -> Judgement:
    """Judge that two records, reports or claims tell the same.

    Args:
        one: a record, one of its reports as RECORD@ARTICLE, or a claim, by id or by the beginning of it.
        other: another.
        author: who judges.
        store: where the record is kept.

    Raises:
        UnknownRecord: the store has none such, or several may be meant.
        UnknownArticle: the record has no report of such an article.
        BadJudgement: the two cannot be the same.
    """
    return _between("same", _claims(one, store), _claims(other, store), author, store)


def different(one: str, other: str, author: Author, *, store: Store) -> Judgement:
    """Judge that two do not tell the same; the second may be an article that one of the reports is from.

    Args and Raises: see `same`.
    """
    ones = _claims(one, store)
    try:
        others = _claims(other, store)
    except UnknownRecord:
        others = _of_article(one, ones, other, store)
    meant = {claim.id for claim in others}
    return _between("different", [c for c in ones if c.id not in meant], others, author, store)


def wrong(target: str, author: Author, *, store: Store) -> Judgement:
    """Judge that a record, a report or a claim is wrong: it is told of nothing that was so."""
    return _make("wrong", [_claims(target, store)], author, store)


def right(target: str, author: Author, *, store: Store) -> Judgement:
    """Judge that a record, a report or a claim is right."""
    return _make("right", [_claims(target, store)], author, store)


def value(target: str, field: str, text: str, author: Author, *, store: Store) -> Judgement:
    """Judge what a field of a record is.

    Args:
        target: see `same`.
        field: a field of records of its kind.
        text: the value as a person types it: several with commas between them, nothing for none.
        author: who judges.
        store: where the record is kept.

    Raises:
        BadJudgement: there is no such field, or it cannot have this value.
        UnknownActor: a name of an actor that nobody or several have.
    """
    claims = _claims(target, store)
    found = values.parse(type(claims[0]), field, text, store)
    return _make("value", [claims], author, store, field=field, value=found.value, actors=found.actors)


def withdraw(number: int, author: Author, *, store: Store) -> Judgement:
    """Take a judgement back.

    Raises:
        BadJudgement: there is none of this number, or it does not hold any more.
    """
    known = {one.judgement.number: one for one in listed(store)}
    found = known.get(number)
    if found is None or found.judgement.kind == "withdraw":
        raise BadJudgement(f"there is no judgement {number}; `dragoman judge list` shows them")
    if found.withdrawn_by is not None:
        raise BadJudgement(f"judgement {number} is withdrawn already, by {found.withdrawn_by}")
    return _make("withdraw", [], author, store, withdraws=number)


def listed(store: Store) -> tuple[Standing, ...]:
    """All judgements in order, withdrawals among them."""
    made, resting = store.judgements()
    taken_back = {one.withdraws: one.number for one in made if one.withdraws is not None}
    return tuple(Standing(one, taken_back.get(one.number), one.number in resting) for one in made)


def _between(
    kind: str, ones: Sequence[Claim], others: Sequence[Claim], author: Author, store: Store
) -> Judgement:
    kinds = {type(claim) for claim in (*ones, *others)}
    if len(kinds) > 1:
        names = " and ".join(sorted(f"a {found.__name__.lower()}" for found in kinds))
        raise BadJudgement(f"{names} are never the same; name two of one kind")
    if kinds == {Relation}:
        raise BadJudgement(
            "relations are the same where subject, predicate and object are; correct these with "
            "`judge value`, or call one wrong"
        )
    if not ones or {claim.id for claim in ones} & {claim.id for claim in others}:
        raise BadJudgement(
            "these are the same already; name two records, or a record and one of its articles"
        )
    return _make(kind, [ones, others], author, store)


def _make(
    kind: str, groups: Sequence[Sequence[Claim]], author: Author, store: Store, **details: object
) -> Judgement:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    subjects = tuple(tuple(group) for group in groups)
    made = Judgement(0, kind, subjects, author.who, now, author.why, **details)  # type: ignore[arg-type]
    return pipeline.judge(made, store=store)


def _claims(target: str, store: Store) -> tuple[Claim, ...]:
    """The claims that a person names."""
    name, at, article = target.partition(_AT)
    found = store.beginning(name) if name else ()
    if len(found) != 1:
        raise UnknownRecord(name, found)
    claims = [claim for record in store.records(found) for claim in record.claims] or store.claims(found)
    return _of_article(name, claims, article, store) if at else tuple(claims)


def _of_article(target: str, claims: Sequence[Claim], article: str, store: Store) -> tuple[Claim, ...]:
    """Those of some claims that are of an article, which is named by its id, page, file or address."""
    headings = store.headings([claim.article for claim in claims])
    meant = {heading.id for heading in headings if article and _is_called(heading, article)}
    if len(meant) != 1:
        what = "several reports" if meant else "no report"
        raise UnknownArticle(article, f"{target} has {what} of such an article; give its id or page")
    return tuple(claim for claim in claims if claim.article in meant)


def _is_called(heading: Heading, words: str) -> bool:
    return heading.id.startswith(words) or words in (heading.page, PurePath(heading.page).name, heading.url)
