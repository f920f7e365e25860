"""The stage that decides what an article says: a reading and its cast go in, claims come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.claims.evidence import id_of

if TYPE_CHECKING:
    from dragoman.types import Cast, Claim, Reading

__all__ = ["extract", "id_of"]


def extract(reading: Reading, cast: Cast, *, certain: float | None = None) -> tuple[Claim, ...]:
    """Every claim of an article, in order of its first evidence.

    Args:
        reading: the article as the model sees it.
        cast: who is who in it.
        certain: how certain an event must be, from 0 to 1; `events.CERTAIN` where not given.
    """
    from dragoman.claims import alignments, events, meetings, relations, statements

    said = statements.find(reading, cast)
    found: list[Claim] = [
        *said,
        *meetings.find(reading, cast),
        *events.find(reading, cast, said, certain=events.CERTAIN if certain is None else certain),
        *relations.find(reading, cast),
        *alignments.find(reading, cast),
    ]
    return tuple(sorted(found, key=lambda c: (c.evidence[0].start, c.evidence[0].end, c.id)))
