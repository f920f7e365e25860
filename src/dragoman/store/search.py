"""Turns a query into SQL: the ids of the records that meet it.

A record meets a term when one of its claims does, so that a dated report and an undated one of the
same occasion answer together.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select, union

from dragoman import timex
from dragoman.folding import fold
from dragoman.query import Query, Term
from dragoman.store import schema, words

_BY = ("speaker", "actor")
_WITH = ("participant", "addressee", "recipient", "subject", "object", "party")
_ROLES = {"by": _BY, "with": _WITH, "actor": (*_BY, *_WITH, "attributed")}
_COUNTRY_CODE = 3

_claims = schema.claims.c

KINDS = ("statement", "meeting", "event", "relation", "alignment")
"""The kinds of record, with which their ids begin."""


def find(connection: Connection, query: Query) -> list[str]:
    """The ids of the records that meet every term, in order."""
    return list(connection.scalars(wanted(query).order_by(schema.records.c.id)))


def wanted(query: Query, *, many: bool = False) -> Select[tuple[str]]:
    """The ids of the records that meet every term, as a part of other questions.

    Args:
        query: what is asked for.
        many: whether a good part of all records meets it. It is better then to look at one record after the
            other until there are enough, else to gather those that meet a term.
    """
    found = select(schema.records.c.id)
    for term in query.terms:
        meets = _condition(term, many=many)
        found = found.where(~meets if term.negated else meets)
    return found


def _condition(term: Term, *, many: bool) -> ColumnElement[bool]:
    """What a record must be to meet a term."""
    records = schema.records.c
    match term.field:
        case "kind":
            return records.kind == term.value
        case "since":
            return and_(records.until.is_not(None), records.until >= timex.bounds(term.value)[0])
        case "until":
            return and_(records.since.is_not(None), records.since <= timex.bounds(term.value)[1])
        case "by" | "with" | "actor" as field:
            theirs = select(schema.parts.c.record).where(_has_part(term.value, _ROLES[field], many=many))
            if many:
                return theirs.where(schema.parts.c.record == records.id).exists()
            return records.id.in_(theirs)
        case field:
            matching = words.matching(term.value, names_too=field != "about")
            theirs = select(_claims.record).where(_claims.number.in_(matching))
            return _apart(records.id, many=many).in_(theirs)


def _apart(column: ColumnElement[str], *, many: bool) -> ColumnElement[str]:
    """A column; where many records are looked at in turn, so that it is compared and not looked up."""
    return func.coalesce(column, "") if many else column


def _has_part(value: str, roles: tuple[str, ...], *, many: bool) -> ColumnElement[bool]:
    """Whether a part is that of one of some actors."""
    parts = schema.parts.c
    who = union(*(some for one in value.split(",") if one.strip() for some in _meant(one.strip())))
    return and_(_apart(parts.role, many=many).in_(roles), _apart(parts.actor, many=many).in_(who))


def _meant(value: str) -> tuple[Select[tuple[str]], ...]:
    """The ids of one actor, or of those who share a name or a country."""
    if ":" in value:
        return (select(literal(value)),)
    return _named(value), _of_country(value)


def beginning(connection: Connection, words: str, most: int) -> tuple[str, ...]:
    """The ids of records, or failing these of claims, that begin so; one that is just so is alone."""
    records, words = schema.records.c, words.lower()
    of_kind = or_(*(records.id.startswith(f"{kind}-{words}", autoescape=True) for kind in KINDS))
    for column, begins in (
        (records.id, or_(records.id.startswith(words, autoescape=True), of_kind)),
        (_claims.id, _claims.id.startswith(words, autoescape=True)),
    ):
        found = connection.scalars(select(column).where(begins).order_by(column).limit(most)).all()
        if found:
            return (words,) if words in found else tuple(found)
    return ()


def called(connection: Connection, name: str) -> dict[str, bool]:
    """The ids of the actors one of whose names holds these words, or whose id it is; whether it is whole."""
    names, words = schema.names.c, f" {fold(name)} "
    if not words.strip():
        return {}
    query = select(names.actor, names.folded).where(or_(names.folded.contains(words), names.actor == name))
    found: dict[str, bool] = {}
    for id, folded in connection.execute(query.order_by(names.actor)):
        found[id] = found.get(id, False) or folded == words or id == name
    return found


def _named(value: str) -> Select[tuple[str]]:
    """The actors one of whose names holds these words in a row."""
    names = schema.names.c
    return select(names.actor).where(names.folded.contains(f" {fold(value)} "))


def _of_country(value: str) -> Select[tuple[str]]:
    """The actors that are, or belong to, the country with this code."""
    homes = schema.homes.c
    code = value.upper() if len(value) == _COUNTRY_CODE else ""
    return select(homes.actor).where(homes.country == code)
