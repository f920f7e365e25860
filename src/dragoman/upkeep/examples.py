"""Judgements as training data: what was judged, with all that the machine had to go by, and the label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import product
from typing import Any

from dragoman.store import Store
from dragoman.types import Account, Claim, Judgement
from dragoman.upkeep import judging

__all__ = ["Example", "make"]

Example = dict[str, Any]
"""One decision as JSON has it; docs/format.md tells its fields."""


def make(store: Store) -> Iterator[Example]:
    """The examples of all judgements that hold, in order: a claim, or two of which one may be the other."""
    for one in judging.listed(store):
        if one.withdrawn_by is None and one.judgement.kind != "withdraw":
            yield from _of(one.judgement, store)


def _of(judgement: Judgement, store: Store) -> Iterator[Example]:
    claims = [claim for group in judgement.subjects for claim in group]
    told = {account.heading.id: account for account in store.accounts([claim.article for claim in claims])}
    decided = {
        "judgement": judgement.number,
        "label": judgement.kind,
        "kind": type(claims[0]).__name__.lower(),
        **{name: getattr(judgement, name) for name in ("field", "value", "who", "when", "why")},
    }
    for some in product(*judgement.subjects):
        if all(claim.article in told for claim in some):
            yield decided | {"claims": [_told(claim, told[claim.article]) for claim in some]}


def _told(claim: Claim, account: Account) -> Example:
    """A claim as it was when somebody judged it, in its article, with the actors whom that names."""
    return {
        "claim": asdict(claim),
        "article": asdict(account.heading),
        "actors": [asdict(actor) for actor in account.actors],
    }
