"""Frozen values to plain JSON values and back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.types import (
    Actor,
    ActorKind,
    Alignment,
    Claim,
    Correction,
    Discrepancy,
    Event,
    Evidence,
    Meeting,
    Office,
    Relation,
    Statement,
)

Body = dict[str, Any]
"""A value as JSON has it."""

_CLASSES: dict[str, type[Claim]] = {
    made.__name__.lower(): made for made in (Statement, Meeting, Event, Relation, Alignment)
}
_APART = {"id", "article", "evidence", "cue", "source", "trigger"}  # kept in columns and rows of their own


def kind(claim: Claim) -> str:
    """The kind of a claim: statement, meeting, event, relation or alignment."""
    return type(claim).__name__.lower()


def body(claim: Claim) -> Body:
    """A claim's own fields, without its id, article and evidence."""
    return {
        field.name: getattr(claim, field.name)
        for field in dataclasses.fields(claim)
        if field.name not in _APART
    }


def spans(claim: Claim) -> list[tuple[str, int, Evidence]]:
    """Every span that a claim points to: its role, its position in that role, and itself."""
    found = [("evidence", n, span) for n, span in enumerate(claim.evidence)]
    for role in ("cue", "source", "trigger"):
        span = getattr(claim, role, None)
        if span is not None:
            found.append((role, 0, span))
    return found


def claim(
    kind: str,
    id: str,
    article: str,
    body: Mapping[str, Any],
    spans: Sequence[tuple[str, Evidence]],
) -> Claim:
    """Build a claim again; `spans` are its spans with their roles, in order of position."""
    evidence = tuple(span for role, span in spans if role == "evidence")
    single = {role: span for role, span in spans if role != "evidence"}
    return _CLASSES[kind](id=id, article=article, evidence=evidence, **_values(body), **single)


def whole(claim: Claim) -> Body:
    """A claim as one value."""
    placed = [(role, span.start, span.end, span.exact) for role, _, span in spans(claim)]
    return {
        "kind": kind(claim),
        "id": claim.id,
        "article": claim.article,
        "body": body(claim),
        "spans": placed,
    }


def of_whole(value: Mapping[str, Any]) -> Claim:
    """Build a claim again from `whole`."""
    article = value["article"]
    placed = [(role, Evidence(article, start, end, exact)) for role, start, end, exact in value["spans"]]
    return claim(value["kind"], value["id"], article, value["body"], placed)


def actor(body: Mapping[str, Any]) -> Actor:
    """Build an actor again from `dataclasses.asdict`."""
    values = _values(body)
    values["kind"] = ActorKind(values["kind"])
    values["offices"] = tuple(Office(**office) for office in values["offices"])
    return Actor(**values)


def discrepancy(body: Mapping[str, Any]) -> Discrepancy:
    """Build a discrepancy again from `dataclasses.asdict`."""
    values = tuple((value, tuple(articles)) for value, articles in body["values"])
    return Discrepancy(record=body["record"], field=body["field"], values=values)


def correction(body: Mapping[str, Any]) -> Correction:
    """Build a correction again from `dataclasses.asdict`."""
    values = _values(body)
    values["actors"] = tuple(actor(one) for one in body["actors"])
    return Correction(**values)


def _values(body: Mapping[str, Any]) -> Body:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in body.items()}
