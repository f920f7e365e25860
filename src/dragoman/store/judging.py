"""Judgements in the store: rows that are added and never changed, and which claims they mean now."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, select

from dragoman.store import bodies, reading, schema
from dragoman.types import Claim, Judged, Judgement

Place = tuple[int, int, int]
"""A judgement's number, the group, and the position in it."""

_judgements, _subjects, _judged = schema.judgements.c, schema.subjects.c, schema.judged.c
_claims = schema.claims.c


def load(connection: Connection, numbers: Iterable[int] | None = None) -> tuple[Judgement, ...]:
    """Judgements by their numbers, or all of them, withdrawals too, in order."""
    query = select(schema.judgements).order_by(_judgements.number)
    if numbers is None:
        return _build(connection, connection.execute(query).mappings().all())
    found: list[Judgement] = []
    for some in reading.batches(sorted(set(numbers))):
        rows = connection.execute(query.where(_judgements.number.in_(some))).mappings().all()
        found += _build(connection, rows)
    return tuple(found)


def _build(connection: Connection, rows: Sequence[RowMapping]) -> tuple[Judgement, ...]:
    subjects = _subjects_of(connection, [row["number"] for row in rows])
    return tuple(_judgement(row, subjects[row["number"]]) for row in rows)


def _judgement(row: RowMapping, subjects: Mapping[int, Sequence[Claim]]) -> Judgement:
    value = row["value"]
    return Judgement(
        number=row["number"],
        kind=row["kind"],
        subjects=tuple(tuple(subjects[side]) for side in sorted(subjects)),
        who=row["who"],
        when=row["made"],
        why=row["why"],
        field=row["field"],
        value=tuple(value) if isinstance(value, list) else value,
        actors=tuple(bodies.actor(actor) for actor in row["actors"]),
        withdraws=row["withdraws"],
    )


def _subjects_of(
    connection: Connection, numbers: Iterable[int]
) -> defaultdict[int, defaultdict[int, list[Claim]]]:
    """The claims that judgements are about, by judgement and group."""
    found: defaultdict[int, defaultdict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    query = select(schema.subjects).order_by(
        _subjects.judgement, _subjects.side, _subjects.position, _subjects.article
    )
    for some in reading.batches(numbers):
        for row in connection.execute(query.where(_subjects.judgement.in_(some))).mappings():
            found[row["judgement"]][row["side"]].append(bodies.of_whole(row["claim"]))
    return found


def _holds() -> ColumnElement[bool]:
    """Whether a judgement is no withdrawal and is not withdrawn."""
    taken_back = select(_judgements.withdraws).where(_judgements.withdraws.is_not(None))
    return _judgements.number.not_in(taken_back) & _judgements.withdraws.is_(None)


def holding_numbers() -> Select[Any]:
    """The numbers of the judgements that hold, as a part of other questions."""
    return select(_judgements.number).where(_holds())


def latest(connection: Connection, most: int) -> tuple[Judgement, ...]:
    """The last judgements that hold, the very last first."""
    numbers = connection.scalars(holding_numbers().order_by(_judgements.number.desc()).limit(most)).all()
    return load(connection, numbers)[::-1]


def concerned(connection: Connection, article: str) -> list[int]:
    """The judgements that hold and are about an article."""
    query = select(_judgements.number).join(schema.subjects, _subjects.judgement == _judgements.number)
    return list(connection.scalars(query.where(_subjects.article == article, _holds()).distinct()))


def chains(connection: Connection, numbers: Iterable[int]) -> set[str]:
    """The chains of the claims that judgements mean now."""
    query = select(_claims.chain).join(schema.judged, _judged.claim == _claims.number).distinct()
    return {
        chain
        for some in reading.batches(sorted(numbers))
        for chain in connection.scalars(query.where(_judged.judgement.in_(some)))
    }


def meant(connection: Connection, claims: Iterable[int]) -> tuple[Judged, ...]:
    """The judgements that hold and mean some claims, which are given by their numbers."""
    query = (
        select(_judged.judgement, _judged.side, _claims.id)
        .join(schema.claims, _claims.number == _judged.claim)
        .join(schema.judgements, _judgements.number == _judged.judgement)
        .where(_holds())
    )
    return tuple(
        sorted(
            Judged(*row)
            for some in reading.batches(sorted(claims))
            for row in connection.execute(query.where(_judged.claim.in_(some)))
        )
    )


def of_claims(connection: Connection, claims: Sequence[str]) -> set[Judged]:
    """The judgements that hold and mean some claims, which are given by their ids."""
    rows = reading.rows_of(connection, _claims.id, claims)
    return {*meant(connection, [row["number"] for row in rows])}


def holding(connection: Connection) -> tuple[Judgement, ...]:
    """The judgements that hold, in order."""
    return load(connection, connection.scalars(holding_numbers()).all())


def resting(connection: Connection) -> set[int]:
    """The judgements that mean a claim."""
    return set(connection.scalars(select(_judged.judgement).distinct()))


def next_number(connection: Connection) -> int:
    """The number that the next judgement gets."""
    return (connection.scalar(select(func.max(_judgements.number))) or 0) + 1


def add(connection: Connection, judgement: Judgement, judged: Iterable[Judged]) -> None:
    """Write a judgement, and which claims it means."""
    row: dict[str, Any] = {
        name: getattr(judgement, name)
        for name in ("number", "kind", "field", "value", "who", "why", "withdraws")
    }
    row |= {"made": judgement.when, "actors": [dataclasses.asdict(actor) for actor in judgement.actors]}
    connection.execute(schema.judgements.insert().values(row))
    for side, subjects in enumerate(judgement.subjects):
        for position, subject in enumerate(subjects):
            _add_subject(connection, (judgement.number, side, position), subject)
    found = {one.claim for one in judged}
    numbers: dict[str, int] = {}
    for some in reading.batches(sorted(found)):
        rows = connection.execute(select(_claims.id, _claims.number).where(_claims.id.in_(some)))
        numbers |= {row.id: row.number for row in rows}
    mark(connection, judged, numbers)


def _add_subject(connection: Connection, place: Place, subject: Claim) -> None:
    judgement, side, position = place
    row = {"judgement": judgement, "side": side, "position": position, "article": subject.article}
    connection.execute(schema.subjects.insert().values(row | {"claim": bodies.whole(subject)}))


def mark(connection: Connection, judged: Iterable[Judged], numbers: Mapping[str, int]) -> None:
    """Note which claims judgements mean; `numbers` are those of the claims, by id."""
    rows = [{"claim": numbers[one.claim], "judgement": one.judgement, "side": one.group} for one in judged]
    if rows:
        connection.execute(schema.judged.insert(), rows)


def about(connection: Connection, article: str) -> tuple[tuple[Place, Claim], ...]:
    """The subjects that stand in an article, each with its judgement, group and position there."""
    query = select(schema.subjects).where(_subjects.article == article)
    return tuple(
        ((row["judgement"], row["side"], row["position"]), bodies.of_whole(row["claim"]))
        for row in connection.execute(query).mappings()
    )


def follow(connection: Connection, place: Place, subject: Claim) -> None:
    """Note that a subject also stands in an article that took the place of its own."""
    judgement, side, position = place
    known = select(_subjects.article).where(
        _subjects.judgement == judgement,
        _subjects.side == side,
        _subjects.position == position,
        _subjects.article == subject.article,
    )
    if connection.scalar(known) is None:
        _add_subject(connection, place, subject)
