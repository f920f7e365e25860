"""Neighbourhoods: whole chains of claims, with the judgements about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.store import judging, reading, schema, traces, writing
from dragoman.types import Neighbourhood

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

    from dragoman.types import Key


def make(
    connection: Connection,
    chains: Collection[str],
    *,
    known: bool,
    article: str | None = None,
    concerned: Collection[int] = (),
) -> Neighbourhood:
    """The neighbourhood of chains.

    Args:
        connection: an open connection.
        chains: their ids.
        known: whether the silent claims are wanted too.
        article: the article whose own claims are left out.
        concerned: judgements that belong to it beside those about its claims.
    """
    speaking = () if known else (schema.claims.c.silent.is_(False),)
    rows = list(reading.rows_of(connection, schema.claims.c.chain, chains, *speaking))
    others = [row for row in rows if row["article"] != article]
    judged = judging.meant(connection, [row["number"] for row in others])
    numbers = {*concerned, *(one.judgement for one in judged)}
    return Neighbourhood(
        accounts=traces.beside(
            connection, reading.accounts(connection, others, reading.claims_of(connection, others))
        ),
        records=tuple(sorted({row["record"] for row in rows} - {""})),
        known=known,
        revision=writing.revision(connection),
        judgements=judging.load(connection, numbers) if numbers else (),
        judged=judged,
    )


def around(connection: Connection, claims: Sequence[str], keys: Sequence[Key]) -> Neighbourhood:
    """The stored claims that some stored claims may have to do with, these among them.

    Args:
        connection: an open connection.
        claims: their ids.
        keys: their keys.
    """
    chains = reading.meeting(connection, keys)
    chains |= reading.chains_of(connection, schema.claims.c.id, claims)
    chains |= judging.chains(connection, {one.judgement for one in judging.of_claims(connection, claims)})
    return make(connection, chains, known=True)
