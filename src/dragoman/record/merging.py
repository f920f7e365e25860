"""One article's claims and their neighbourhood to records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from dragoman import copies, stories
from dragoman.record import clusters, discrepancies
from dragoman.record.clusters import Cluster
from dragoman.record.features import AnyTold
from dragoman.record.told import company_of, tell
from dragoman.types import Account, Actor, Article, Changes, Claim, Heading, Key, Neighbourhood, Record, Trace


def keys(article: Article, actors: Sequence[Actor], claims: Sequence[Claim]) -> tuple[Key, ...]:
    """Where in the store to look for claims that these may have to do with."""
    return tuple(clusters.keys(tell(Account(Heading.of(article), tuple(actors), tuple(claims)))))


def merge(
    article: Article,
    actors: Sequence[Actor],
    claims: Sequence[Claim],
    hood: Neighbourhood,
    trace: Trace | None = None,
) -> Changes:
    """Merge one article's claims with their neighbourhood, and find its story.

    The records that come out do not depend on the order in which articles come in, and merging the
    same article again changes nothing.
    """
    placed = stories.place(trace, hood.traces, hood.placed) if trace else ()
    homes = {one.article: one.story for one in placed}
    account = Account(Heading.of(article), tuple(actors), tuple(claims), story=homes.get(article.id))
    own = list(tell(account))
    ids = {told.claim.id for told in own}
    others = (replace(one, story=homes.get(one.heading.id, one.story)) for one in hood.accounts)
    found = clusters.cluster([*own, *_tolds(others)])
    moved = {one.chain for one in found if hood.known or any(told.claim.id in ids for told in one.members)}
    changed = [one for one in found if one.chain in moved]
    return Changes(
        article=article,
        actors=account.actors,
        claims=tuple(told.claim for told in own),
        keys=tuple(clusters.keys(own)),
        company=company_of(actors),
        records=tuple(sorted((_record(one) for one in changed), key=_by_id)),
        chains=tuple(sorted((told.claim.id, one.chain) for one in changed for told in one.members)),
        silent=tuple(sorted(id for one in changed for id in _silent(one))),
        retired=tuple(sorted({*hood.records} - {_id(one) for one in found})),
        revision=hood.revision,
        sample=copies.sample(article),
        copies=tuple(sorted(filter(None, (copies.likeness(article, other) for other in hood.alike)))),
        trace=trace,
        placed=placed,
    )


def records(accounts: Iterable[Account]) -> tuple[Record, ...]:
    """The records that whole accounts add up to, in order of id: what merging them one by one gives."""
    found = clusters.cluster(_tolds(accounts))
    return tuple(sorted((_record(cluster) for cluster in found), key=_by_id))


def _tolds(accounts: Iterable[Account]) -> list[AnyTold]:
    return [told for account in accounts for told in tell(account)]


def _by_id(record: Record) -> str:
    return record.id


def _id(cluster: Cluster) -> str:
    """A record's id: its kind, and a hash of its key or of the first of its claims' ids."""
    kind = type(cluster.members[0].claim).__name__.lower()
    return f"{kind}-{sha256(cluster.seed.encode()).hexdigest()[:12]}"


def _record(cluster: Cluster) -> Record:
    tolds = sorted(cluster.members, key=_place)
    rules = cluster.rules
    id = _id(cluster)
    return Record(
        id=id,
        lead=rules.lead(tolds),
        claims=tuple(told.claim for told in cluster.members),
        discrepancies=discrepancies.find(id, rules.fields, tolds),
    )


def _silent(cluster: Cluster) -> Iterator[str]:
    """The claims that neither lead nor say more than the others."""
    for told in cluster.members[1:]:  # the first leads where keys are exact
        if cluster.rules.exact and cluster.rules.plain(told):
            yield told.claim.id


def _place(told: AnyTold) -> tuple[str, str, int, str]:
    """Where a claim comes among others: by date and id of its article, then by its words' place."""
    heading = told.heading
    return heading.published or "9999", heading.id, told.claim.evidence[0].start, told.claim.id
