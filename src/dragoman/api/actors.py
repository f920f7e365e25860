"""Actors: by name, and one with what the record has of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dragoman.api.asked import LONGEST, Id
from dragoman.api.desk import Desk, TheDesk
from dragoman.api.parts import ActorDocument, ActorList, FoundActor
from dragoman.api.problems import Refused, responses
from dragoman.api.records import counted
from dragoman.export.document import ActorPart, OfficePart
from dragoman.query import Query as Asked
from dragoman.query import Term
from dragoman.types import Actor

router = APIRouter(tags=["actors"])

MOST = 50
"""So many actors are given for a name at most."""

Name = Annotated[
    str,
    Query(min_length=1, max_length=LONGEST, description="Words of a name, or an id.", examples=["lavrov"]),
]


@router.get("/actors", response_model=ActorList, responses=responses("invalid", "store-unavailable"))
def find_actors(request: Request, desk: TheDesk, name: Name) -> Response:
    """The actors of the record one of whose names holds these words."""
    return desk.answers.give(request, desk.store, lambda: called(desk, name))


@router.get(
    "/actors/{id}",
    response_model=ActorDocument,
    responses=responses("unknown-actor", "invalid", "store-unavailable"),
)
def get_actor(request: Request, desk: TheDesk, id: Id) -> Response:
    """An actor, its offices, and how many records of which kind, with whom and when it has a part in."""
    return desk.answers.give(request, desk.store, lambda: one(desk, id))


def called(desk: Desk, name: str) -> ActorList:
    """The actors with a name as they are answered."""
    found = sorted(desk.store.called(name), key=lambda hit: (not hit[1], hit[0].id))[:MOST]
    return ActorList(actors=tuple(FoundActor(**dict(_part(actor)), whole=whole) for actor, whole in found))


def one(desk: Desk, id: str) -> ActorDocument:
    """An actor as it is answered.

    Raises:
        Refused: the record has none with this id.
    """
    found = desk.store.actors([id])
    if not found:
        raise Refused("unknown-actor", f"no actor of the record has the id {id!r}; /actors?name= finds one")
    facets = counted(desk, Asked((Term("actor", id),))) if ":" in id else counted(desk, Asked())
    return ActorDocument(actor=_part(found[0]), facets=facets)


def _part(actor: Actor) -> ActorPart:
    values = asdict(actor) | {"offices": tuple(OfficePart(**asdict(office)) for office in actor.offices)}
    return ActorPart(**values)
