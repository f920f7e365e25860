"""Judgements as people make them, in tests."""

from __future__ import annotations

from typing import Any

from dragoman import pipeline
from dragoman.store import Store
from dragoman.types import Claim, Judgement

NOON = "2026-11-23T12:00:00Z"


def judgement(kind: str, *groups: tuple[Claim, ...], number: int = 1, **values: Any) -> Judgement:
    """A judgement about claims."""
    return Judgement(number, kind, groups, who="anna", when=NOON, **values)


def judge(db: Store, kind: str, *groups: tuple[Claim, ...], **values: Any) -> Judgement:
    """Judge claims of a store."""
    return pipeline.judge(judgement(kind, *groups, **values), store=db)


def withdraw(db: Store, number: int) -> Judgement:
    """Take a judgement back."""
    return judge(db, "withdraw", withdraws=number)
