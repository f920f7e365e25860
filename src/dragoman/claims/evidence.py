"""Makes evidence, and the ids of claims: the same words at the same place give the same id."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from dragoman.types import Evidence

if TYPE_CHECKING:
    from dragoman.types import Article, Span

__all__ = ["cite", "identify"]


def cite(article: Article, span: Span) -> Evidence:
    """The evidence that a span of an article's text is."""
    return Evidence(article.id, span.start, span.end, article.text[span.start : span.end])


def identify(kind: str, evidence: tuple[Evidence, ...], *values: str) -> str:
    """The id of a claim, from its kind, where its evidence stands, and the values that set it apart."""
    parts = [kind, *(f"{e.article}:{e.start}-{e.end}" for e in evidence), *values]
    return f"{kind}:{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:16]}"
