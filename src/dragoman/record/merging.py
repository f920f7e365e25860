"""One article's claims and their neighbourhood to records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from dragoman import copies, stories
from dragoman.record import clusters, discrepancies, judgements
from dragoman.record.clusters import Cluster
from dragoman.record.features import AnyTold
from dragoman.record.told import company_of, tell
from dragoman.record.verdicts import Verdicts, corrected
from dragoman.types import (
    Account,
    Actor,
    Article,
    Changes,
    Claim,
    Heading,
    Judged,
    Judgement,
    Key,
    Neighbourhood,
    Record,
    Settlement,
    Trace,
)


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
    account = Account(Heading.of(article), tuple(actors), tuple(claims), trace=trace)
    own = list(tell(account))
    ids = {told.claim.id for told in own}
    judged = judgements.stand(hood.judgements, [told.claim for told in own])
    verdicts = Verdicts.of(hood.judgements, [*hood.judged, *judged])
    found = clusters.cluster([*own, *_tolds(hood.accounts)], verdicts)
    moved = {one.chain for one in found if hood.known or any(told.claim.id in ids for told in one.members)}
    changed = [one for one in found if one.chain in moved]
    return Changes(
        article=article,
        actors=account.actors,
        claims=tuple(told.claim for told in own),
        keys=tuple(clusters.keys(own)),
        company=company_of(actors),
        records=_records(changed, verdicts),
        chains=_chains(changed, verdicts.wrong & ids),
        silent=_silents(changed, verdicts),
        retired=tuple(sorted({*hood.records} - {_id(one) for one in found})),
        revision=hood.revision,
        judged=judged,
        sample=copies.sample(article),
        copies=tuple(sorted(filter(None, (copies.likeness(article, other) for other in hood.alike)))),
        trace=trace,
        placed=placed,
    )


def settle(hood: Neighbourhood) -> Settlement:
    """Make the records of a neighbourhood anew, after a judgement about some of its claims."""
    verdicts = Verdicts.of(hood.judgements, hood.judged)
    tolds = _tolds(hood.accounts)
    found = clusters.cluster(tolds, verdicts)
    return Settlement(
        records=_records(found, verdicts),
        chains=_chains(found, verdicts.wrong & {told.claim.id for told in tolds}),
        silent=_silents(found, verdicts),
        retired=tuple(sorted({*hood.records} - {_id(one) for one in found})),
        revision=hood.revision,
    )


def keys_of(accounts: Iterable[Account]) -> tuple[Key, ...]:
    """The keys of the claims of accounts."""
    return tuple(clusters.keys(_tolds(accounts)))


def records(accounts: Sequence[Account], judged_by: Iterable[Judgement] = ()) -> tuple[Record, ...]:
    """The records that whole accounts add up to, in order of id: what merging them one by one gives.

    Args:
        accounts: what the articles tell, each whole.
        judged_by: the judgements that hold.
    """
    verdicts = _verdicts(accounts, tuple(judged_by))
    return _records(clusters.cluster(_tolds(accounts), verdicts), verdicts)


def _verdicts(accounts: Sequence[Account], judged_by: Sequence[Judgement]) -> Verdicts:
    found: list[Judged] = []
    for account in accounts:
        found += judgements.stand(judged_by, account.claims)
    return Verdicts.of(judged_by, found)


def _records(found: Iterable[Cluster], verdicts: Verdicts) -> tuple[Record, ...]:
    return tuple(sorted((_record(cluster, verdicts) for cluster in found), key=_by_id))


def _chains(found: Iterable[Cluster], wrong: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each claim with its chain; one that is in no record is a chain of its own."""
    placed = {(told.claim.id, one.chain) for one in found for told in one.members}
    return tuple(sorted({*placed, *((id, id) for id in wrong)}))


def _silents(found: Iterable[Cluster], verdicts: Verdicts) -> tuple[str, ...]:
    return tuple(sorted({id for one in found for id in _silent(one)} - verdicts.judged))


def _tolds(accounts: Iterable[Account]) -> list[AnyTold]:
    return [told for account in accounts for told in tell(account)]


def _by_id(record: Record) -> str:
    return record.id


def _id(cluster: Cluster) -> str:
    """A record's id: its kind, and a hash of its key or of the first of its claims' ids."""
    kind = type(cluster.members[0].claim).__name__.lower()
    return f"{kind}-{sha256(cluster.seed.encode()).hexdigest()[:12]}"


def _record(cluster: Cluster, verdicts: Verdicts) -> Record:
    claims = tuple(told.claim for told in cluster.members)
    corrections = verdicts.corrections(claims)
    tolds = sorted(cluster.members, key=_place)
    rules = cluster.rules
    id = _id(cluster)
    return Record(
        id=id,
        lead=corrected(rules.lead(tolds), corrections),
        claims=claims,
        discrepancies=discrepancies.find(id, rules.fields, tolds),
        corrections=corrections,
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
