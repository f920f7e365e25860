"""Proves that a store is whole: words stand at their offsets, ids and records follow from what makes them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman import articles, claims, copies, record, stories
from dragoman.store import Audit, Store
from dragoman.store.auditing import Place
from dragoman.types import Account, Article, Claim, Evidence, Judgement, Record, Settlement

__all__ = ["Fault", "Proof", "verify"]

AT_ONCE = 100
"""Chains that are looked at together: what is in memory does not grow with the audit."""


UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RuntimeError)
"""What building a value from damaged rows raises."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that does not stand.

    `what` is `page`, `article`, `evidence`, `claim`, `record`, `story`, `judgement` or `index`; `id` names
    it.
    """

    what: str
    id: str
    problem: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked at, and what of it does not stand."""

    articles: int
    claims: int
    records: int
    faults: tuple[Fault, ...]


def _silent(_: int, __: int | None) -> None:
    """Shows nothing of how far the work has come."""


def verify(store: Store, *, on_article: Callable[[int, int | None], None] = _silent) -> Proof:
    """Goes through a whole audit.

    Args:
        store: it is not written to.
        on_article: called after each article with how many are done, and how many there are.
    """
    with store.audit() as audit:
        faults = {Fault("page", id, problem) for id, problem in audit.pages()}
        judgements, ids = audit.judgements(), audit.articles()
        for done, id in enumerate(ids, 1):
            faults |= set(_of_article(id, judgements, audit))
            on_article(done, len(ids))
        faults |= {Fault("index", id, problem) for id, problem in audit.strays()}
        seen = Counter[str]()
        for chains in _parts(audit):
            faults |= set(_of_chains(chains, audit, seen))
    return Proof(len(ids), seen["claims"], seen["records"], tuple(sorted(faults)))


def _parts(audit: Audit) -> Iterator[list[str]]:
    """All the chains, some at a time."""
    chains = audit.chains("", AT_ONCE)
    while chains:
        yield chains
        chains = audit.chains(chains[-1], AT_ONCE)


def _of_article(id: str, judgements: Sequence[Judgement], audit: Audit) -> Iterator[Fault]:
    """What does not stand of an article, its claims, and the judgements about them."""
    try:
        article = audit.article(id)
    except UNREADABLE as error:
        yield Fault("article", id, f"it cannot be read: {error}")
        return
    yield from (Fault("article", id, problem) for problem in _of_text(article))
    broken = list(audit.unbuilt(id))
    if broken:
        yield from (Fault("claim", claim, problem) for claim, problem in broken)
        return
    told = audit.account(id)
    for claim in told.claims:
        yield from _of_claim(claim, article)
    about = [one for one in judgements if any(c.article == id for group in one.subjects for c in group)]
    yield from _of_judgements(about, told, article, audit)
    if record.company_of(told.actors) != told.company:
        yield Fault("index", id, "the actors whom it names are not those that are kept of it")
    yield from (Fault("index", id, problem) for problem in _of_copies(article, audit))
    yield from (Fault("story", id, problem) for problem in _of_story(id, audit))
    for name, problem in audit.misplaced(told, record.keys_of([told])):
        yield Fault("index", name, problem)


def _of_text(article: Article) -> Iterator[str]:
    text = article.text
    if hashlib.sha256(text.encode()).hexdigest() != article.sha256:
        yield "its text is not the one that was read"
    if article.id not in {articles.id_of(text, article.url, source) for source in (article.source, None)}:
        yield "its id does not follow from its text, address and source"
    if any(not 0 <= block.start <= block.end <= len(text) for block in article.blocks):
        yield "a block of it lies outside its text"


def _of_copies(article: Article, audit: Audit) -> Iterator[str]:
    sample = copies.sample(article)
    found, kept = audit.copies(article.id, sample)
    if found != len(sample):
        yield "it is not indexed by all that its copies are looked up by"
    for pair in kept:
        if copies.likeness(article, audit.article(pair.other)) != pair:
            yield f"how far it is a copy of {pair.other} does not follow from their texts"


def _of_story(article: str, audit: Audit) -> Iterator[str]:
    trace, met, placed = audit.standing(article)
    if trace is None:
        yield "what its story is found by is not kept"
        return
    before = {one.article: one for one in placed}
    for one in stories.place(trace, met, placed):
        if one != before.get(one.article):
            yield f"{one.article} belongs to {one.story}"


def _of_claim(claim: Claim, article: Article) -> Iterator[Fault]:
    for span in _spans(claim):
        if not _stands(span, article):
            yield Fault(
                "evidence", claim.id, f"{span.exact!r} does not stand at {span.start} of {article.id}"
            )
    if claims.id_of(claim) != claim.id:
        yield Fault("claim", claim.id, "its id does not follow from its words and values")


def _spans(claim: Claim) -> list[Evidence]:
    others = (getattr(claim, role, None) for role in ("cue", "source", "trigger"))
    return [*claim.evidence, *(span for span in others if span is not None)]


def _stands(span: Evidence, article: Article) -> bool:
    is_within = 0 <= span.start < span.end <= len(article.text)
    return is_within and article.text[span.start : span.end] == span.exact


def _of_judgements(
    about: Sequence[Judgement], told: Account, article: Article, audit: Audit
) -> Iterator[Fault]:
    """What judgements about an article rest on, and whether the claims that they mean are noted."""
    for judgement in about:
        for subject in (
            claim for group in judgement.subjects for claim in group if claim.article == article.id
        ):
            if not all(_stands(span, article) for span in _spans(subject)):
                name = f"judgement {judgement.number}"
                yield Fault("evidence", name, f"its words do not stand in {article.id}")
    for one in {*record.stand(about, told.claims)} ^ {*audit.judged(told.claims)}:
        yield Fault("judgement", str(one.judgement), f"whether it means {one.claim} does not follow from it")


def _of_chains(chains: Sequence[str], audit: Audit, seen: Counter[str]) -> Iterator[Fault]:
    """What does not follow from claims and judgements; chains that cannot be read are told one by one."""
    try:
        yield from _compared(chains, audit, seen)
    except UNREADABLE as error:
        if len(chains) > 1:
            for chain in chains:
                yield from _of_chains([chain], audit, seen)
        else:
            yield Fault("record", chains[0], f"it cannot be read: {error}")


def _compared(chains: Sequence[str], audit: Audit, seen: Counter[str]) -> Iterator[Fault]:
    placed = audit.placed(chains)
    near = audit.around(sorted(placed), ()).accounts
    own = [replace(one, claims=tuple(c for c in one.claims if c.id in placed)) for one in near]
    settled = record.settle(audit.around(sorted(placed), record.keys_of(own)))
    wanted = {one.id: one for one in settled.records if any(claim.id in placed for claim in one.claims)}
    yield from _misplaced(placed, settled, wanted)
    stored = {one.id: one for one in audit.records(sorted({home for home, _, _ in placed.values()} - {""}))}
    for id, one in wanted.items():
        problem = _unlike(stored.get(id), one)
        if problem:
            yield Fault("record", id, problem)
    seen.update(claims=len(placed), records=len(stored))


def _misplaced(
    placed: Mapping[str, Place], settled: Settlement, wanted: Mapping[str, Record]
) -> Iterator[Fault]:
    """The claims that stand in another record or chain than they should."""
    homes = {claim.id: one.id for one in wanted.values() for claim in one.claims}
    chained, silent = dict(settled.chains), {*settled.silent}
    for id, (home, chain, is_silent) in placed.items():
        if home != homes.get(id, ""):
            yield Fault("record", home or id, f"{id} belongs to {homes.get(id, 'no record')}")
        if (chain, is_silent) != (chained.get(id), id in silent):
            yield Fault(
                "index", id, f"it belongs to the chain {chained.get(id)}, or is silent or not wrongly"
            )


def _unlike(stored: Record | None, wanted: Record) -> str | None:
    """In what a stored record differs from what its claims and judgements add up to."""
    if stored is None:
        return "it is not in the store"
    parts = ("claims", "lead", "discrepancies", "corrections")
    unlike = [name for name in parts if getattr(stored, name) != getattr(wanted, name)]
    return f"{', '.join(unlike)}: not what its claims and judgements add up to" if unlike else None
