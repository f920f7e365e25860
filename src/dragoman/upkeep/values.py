"""What people may set a field of a record to, and what they type for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from dragoman import timex, who
from dragoman.analysis import sides
from dragoman.errors import BadJudgement, UnknownActor
from dragoman.export import codes
from dragoman.export.document import AlignmentPart, EventPart, MeetingPart, RelationPart, StatementPart
from dragoman.store import Store
from dragoman.types import Actor, Alignment, Claim, Event, Meeting, Relation, Statement

__all__ = ["FIELDS", "Value", "parse"]

_PARTS: Mapping[type[Claim], type[BaseModel]] = {
    Statement: StatementPart,
    Meeting: MeetingPart,
    Event: EventPart,
    Relation: RelationPart,
    Alignment: AlignmentPart,
}

FIELDS: Mapping[type[Claim], tuple[str, ...]] = {
    kind: tuple(name for name in part.model_fields if name in kind.__dataclass_fields__ and name != "id")
    for kind, part in _PARTS.items()
}
"""The fields of each kind of record that can be set."""

_DATES = frozenset({"date", "said_on", "since", "until"})
_ACTORS = frozenset({
    "actors", "addressee", "attributed_to", "object", "participants", "parties", "recipients", "speakers",
    "subject",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A value as the record has it, with the actors that it names."""

    value: str | tuple[str, ...] | None
    actors: tuple[Actor, ...] = ()


def parse(kind: type[Claim], field: str, text: str, store: Store) -> Value:
    """What a person means by the text of a value.

    Args:
        kind: the kind of the record's claims.
        field: the field.
        text: several values have commas between them; an empty text says that nothing is known.
        store: the record, which knows actors.

    Raises:
        BadJudgement: there is no such field, or it cannot have this value.
        UnknownActor: a name of an actor that nobody or several have.
    """
    if field not in FIELDS[kind]:
        raise BadJudgement(
            f"a {kind.__name__.lower()} has no field {field!r}; its fields are {', '.join(FIELDS[kind])}"
        )
    given = [part.strip() for part in text.split(",") if part.strip()]
    actors = [_actor(field, name, store) for name in given] if field in _ACTORS else []
    named = tuple(actor.id if isinstance(actor, Actor) else actor for actor in actors) or tuple(given)
    is_list = get_origin(_annotation(kind, field)) is tuple
    value = named if is_list else (", ".join(named) if actors else text.strip()) or None
    _check(kind, field, value)
    return Value(value, tuple(actor for actor in actors if isinstance(actor, Actor)))


def _annotation(kind: type[Claim], field: str) -> Any:  # noqa: ANN401 - any annotation of a field
    return _PARTS[kind].model_fields[field].annotation


def _check(kind: type[Claim], field: str, value: str | tuple[str, ...] | None) -> None:
    """Make sure that a field can have a value.

    Raises:
        BadJudgement: it cannot.
    """
    try:
        TypeAdapter(_annotation(kind, field)).validate_python(value)
    except ValidationError as error:
        raise BadJudgement(
            f"{field} cannot be {value or 'left empty'!r}: {error.errors()[0]['msg']}"
        ) from error
    is_known = _KNOWN.get(field)
    if isinstance(value, str) and is_known and not is_known(value):
        raise BadJudgement(f"{field} cannot be {value!r}; {_ADVICE[field]}")


def _is_date(value: str) -> bool:
    return timex.days(value) is not None


_KNOWN: Mapping[str, Callable[[str], bool]] = {
    **dict.fromkeys(_DATES, _is_date),
    "type": lambda value: codes.quad(value) is not None,
}
_ADVICE = {
    **dict.fromkeys(_DATES, "write 2017, 2017-07 or 2017-07-06"),
    "type": "give a type of PLOVER, as ACCUSE",
}


def _actor(field: str, name: str, store: Store) -> Actor | str:
    """The actor whom a name means; what a relation has as its object may be a text."""
    try:
        id = sides.find(name, store).id
    except UnknownActor:
        if field == "object":
            return name
        raise
    told = next((actor for actor, _ in store.called(id) if actor.id == id), None)
    profile = next((one for one in who.find(id).profiles if one.id == id), None)
    if told is None and profile is not None:
        told = Actor(id, profile.name, profile.kind, profile.names, profile.country)
    return told or name
