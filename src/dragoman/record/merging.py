"""One article's claims and their neighbourhood to records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from dragoman.record import clusters, discrepancies
from dragoman.record.clusters import RULES, Cluster
from dragoman.record.features import AnyTold
from dragoman.record.told import tell
from dragoman.types import Account, Actor, Article, Changes, Claim, Heading, Key, Neighbourhood, Record


def keys(article: Article, actors: Sequence[Actor], claims: Sequence[Claim]) -> tuple[Key, ...]:
    """Where in the store to look for claims that these may have to do with."""
    return tuple(clusters.keys(tell(Account(Heading.of(article), tuple(actors), tuple(claims)))))


def merge(article: Article, actors: Sequence[Actor], claims: Sequence[Claim], hood: Neighbourhood) -> Changes:
    """Merge one article's claims with their neighbourhood.

    The records that come out do not depend on the order in which articles come in, and merging the
    same article again changes nothing.
    """
    account = Account(Heading.of(article), tuple(actors), tuple(claims))
    own = list(tell(account))
    found = clusters.cluster([*own, *_tolds(hood.accounts)])
    records = tuple(sorted((_record(cluster) for cluster in found), key=lambda record: record.id))
    return Changes(
        article=article,
        actors=account.actors,
        claims=tuple(told.claim for told in own),
        keys=tuple(clusters.keys(own)),
        records=records,
        chains=tuple(sorted((told.claim.id, one.chain) for one in found for told in one.members)),
        retired=tuple(sorted({*hood.records} - {record.id for record in records})),
        revision=hood.revision,
    )


def records(accounts: Iterable[Account]) -> tuple[Record, ...]:
    """The records that whole accounts add up to, in order of id: what merging them one by one gives."""
    found = clusters.cluster(_tolds(accounts))
    return tuple(sorted((_record(cluster) for cluster in found), key=lambda record: record.id))


def _tolds(accounts: Iterable[Account]) -> list[AnyTold]:
    return [told for account in accounts for told in tell(account)]


def _record(cluster: Cluster) -> Record:
    tolds = sorted(cluster.members, key=_place)
    rules = RULES[type(tolds[0].claim)]
    first = min(told.claim.id for told in tolds)
    kind = type(tolds[0].claim).__name__.lower()
    id = f"{kind}-{sha256(first.encode()).hexdigest()[:12]}"
    return Record(
        id=id,
        lead=rules.lead(tolds),
        claims=tuple(sorted((told.claim for told in tolds), key=lambda claim: claim.id)),
        discrepancies=discrepancies.find(id, rules.fields, tolds),
    )


def _place(told: AnyTold) -> tuple[str, str, int, str]:
    """Where a claim comes among others: by date and id of its article, then by its words' place."""
    heading = told.heading
    return heading.published or "9999", heading.id, told.claim.evidence[0].start, told.claim.id
