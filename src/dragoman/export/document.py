"""The JSON document: the record as one typed value, whose JSON is the contract with other programs.

    Document.model_dump_json / to_json     the JSON itself
    python -m dragoman.export.schema       its JSON Schema

A document is what `dragoman read --json`, `show --json` and `find --json` print, and what a terminal
or a web page renders. Its order is fixed by its content: the same record gives the same bytes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import asdict, fields
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from dragoman.copies import grouped
from dragoman.types import (
    Account,
    Actor,
    Alignment,
    Claim,
    Correction,
    Event,
    Evidence,
    Meeting,
    Record,
    Relation,
    Selection,
    Statement,
)

VERSION = "1"
"""The version of the contract."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ArticlePart(_Part):
    """An article that was read."""

    id: str
    page: str = Field(description="The path or address that the page was fetched from.")
    url: str | None
    source: str | None
    title: str | None
    published: str | None = Field(description="A TIMEX value, as precise as the page tells.")
    language: str
    sha256: str = Field(description="SHA-256 of the text in UTF-8.")
    characters: int = Field(description="The length of the text in code points.")
    engine: str | None = Field(default=None, description="The version of what read it; null where not known.")
    credits: tuple[str, ...] = Field(
        default=(), description="The agencies whose report it says it prints or draws on."
    )
    copy_of: str | None = Field(
        default=None, description="The id of the article that it is a copy of, itself not a copy."
    )
    story: str | None = Field(
        default=None, description="The id of its story, which articles that tell the same news share."
    )


class OfficePart(_Part):
    """An office that a person holds."""

    title: str
    of: str | None
    since: str | None
    until: str | None


class ActorPart(_Part):
    """An actor, with every name that the articles here give it."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: str
    country: str | None = Field(description="ISO 3166 alpha-3; Kosovo is XKX.")
    offices: tuple[OfficePart, ...]


class EvidencePart(_Part):
    """A span of an article: `text[start:end] == exact`, in code points, end exclusive."""

    article: str
    start: int
    end: int
    exact: str


_INDEPENDENT = Field(ge=1, description="How many of the reports are independent: copies of one count once.")


class ReportPart(_Part):
    """One article's part in a record, with its own values of the record's fields."""

    article: str
    evidence: tuple[EvidencePart, ...]


class StatementReport(ReportPart):
    """How one article has a statement; its evidence is its content."""

    kind: Literal["direct", "indirect", "mixed"]
    content: tuple[EvidencePart, ...]
    cue: EvidencePart | None
    source: EvidencePart | None
    speakers: tuple[str, ...]
    addressee: tuple[str, ...]
    topics: tuple[str, ...]
    said_on: str | None
    place: str | None


class WordingPart(_Part):
    """One wording of a statement among others."""

    article: str
    kind: Literal["direct", "indirect", "mixed"]
    differs: tuple[EvidencePart, ...] = Field(
        description="The words of a quotation that the first wording has otherwise, or not at all."
    )


class StatementPart(_Part):
    """Who said what."""

    id: str
    speakers: tuple[str, ...]
    addressee: tuple[str, ...]
    topics: tuple[str, ...]
    said_on: str | None
    place: str | None
    reports: tuple[StatementReport, ...]
    independent: int = _INDEPENDENT
    wordings: tuple[WordingPart, ...] = Field(
        default=(),
        description="Where reports word it differently: quotations before paraphrases, the fullest first.",
    )


class MeetingReport(ReportPart):
    """How one article has a meeting."""

    participants: tuple[str, ...]
    form: Literal["meeting", "visit", "call", "multilateral", "third_party"]
    status: Literal["held", "planned", "proposed", "cancelled", "refused"]
    date: str | None
    place: str | None
    topics: tuple[str, ...]


class MeetingPart(_Part):
    """An occasion where named actors talk to each other."""

    id: str
    participants: tuple[str, ...]
    form: Literal["meeting", "visit", "call", "multilateral", "third_party"]
    status: Literal["held", "planned", "proposed", "cancelled", "refused"]
    date: str | None
    place: str | None
    topics: tuple[str, ...]
    reports: tuple[MeetingReport, ...]
    independent: int = _INDEPENDENT


class EventReport(ReportPart):
    """How one article has an event."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    place: str | None
    status: Literal["asserted", "planned", "hypothetical", "negated", "historical"]
    attributed_to: tuple[str, ...]
    trigger: EvidencePart | None = Field(default=None, description="The word that tells of it.")
    confidence: float | None = Field(
        default=None, description="How certain it is that this is an event, from 0 to 1."
    )


class EventPart(_Part):
    """What actors did to each other, in PLOVER's types."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    place: str | None
    status: Literal["asserted", "planned", "hypothetical", "negated", "historical"]
    attributed_to: tuple[str, ...]
    reports: tuple[EventReport, ...]
    independent: int = _INDEPENDENT


class RelationReport(ReportPart):
    """How one article has a relation."""

    subject: str
    predicate: str
    object: str
    since: str | None
    until: str | None


class RelationPart(_Part):
    """A standing fact; `object` is an actor's id or a text."""

    id: str
    subject: str
    predicate: str
    object: str
    since: str | None
    until: str | None
    reports: tuple[RelationReport, ...]
    independent: int = _INDEPENDENT


class AlignmentReport(ReportPart):
    """How one article has an alignment."""

    parties: tuple[str, ...]
    kind: Literal["agree", "differ"]
    issue: str


class AlignmentPart(_Part):
    """Where parties agree or differ."""

    id: str
    parties: tuple[str, ...]
    kind: Literal["agree", "differ"]
    issue: str
    reports: tuple[AlignmentReport, ...]
    independent: int = _INDEPENDENT


class DifferingValue(_Part):
    """One value of a field on which reports disagree, as one article gives it."""

    value: str
    article: str


class DiscrepancyPart(_Part):
    """A field on which the reports of one record disagree."""

    record: str
    field: str
    values: tuple[DifferingValue, ...]


class OmissionPart(_Part):
    """What one article leaves out of a meeting that other articles report too."""

    meeting: str
    article: str
    records: tuple[str, ...] = Field(description="Statements and alignments that the others have.")
    fields: tuple[str, ...] = Field(description="What the others say of the meeting: its date, its place.")


class CorrectionPart(_Part):
    """A value of a record that a person has set: what the record has in that field."""

    record: str
    field: str
    value: str | tuple[str, ...] | None
    judgement: int = Field(description="The number of the judgement that sets it.")
    who: str
    when: str = Field(description="A time in UTC, ISO 8601.")
    why: str | None


class PlacePart(_Part):
    """A place of the record's claims, by the name that they give it."""

    name: str
    country: str | None = Field(description="ISO 3166 alpha-3; Kosovo is XKX. Null where it cannot be told.")
    latitude: float | None = Field(description="In degrees (WGS 84); of a building that of its town.")
    longitude: float | None


_PARTS: Mapping[type[Claim], type[_Part]] = {
    Statement: StatementPart,
    Meeting: MeetingPart,
    Event: EventPart,
    Relation: RelationPart,
    Alignment: AlignmentPart,
}

P = TypeVar("P", StatementPart, MeetingPart, EventPart, RelationPart, AlignmentPart)


class Document(_Part):
    """The record, or a part of it, with the articles and actors that it speaks of."""

    version: Literal["1"] = "1"
    articles: tuple[ArticlePart, ...]
    actors: tuple[ActorPart, ...]
    statements: tuple[StatementPart, ...]
    meetings: tuple[MeetingPart, ...]
    events: tuple[EventPart, ...]
    relations: tuple[RelationPart, ...]
    alignments: tuple[AlignmentPart, ...]
    discrepancies: tuple[DiscrepancyPart, ...]
    places: tuple[PlacePart, ...] = ()
    omissions: tuple[OmissionPart, ...] = ()
    corrections: tuple[CorrectionPart, ...] = ()


def make(selection: Selection) -> Document:
    """Make a document of a part of the record (see `Store.find`)."""
    origins, stories = dict(selection.copies), dict(selection.stories)
    accounts = sorted(selection.accounts, key=_article_order)
    place = {account.heading.id: n for n, account in enumerate(accounts)}
    records = sorted(selection.records, key=lambda record: _record_order(record, place))
    used = {id for record in records for claim in (record.lead, *record.claims) for id in _named(claim)}
    made = Document(
        articles=tuple(
            ArticlePart(
                **asdict(one.heading),
                copy_of=origins.get(one.heading.id),
                story=stories.get(one.heading.id),
            )
            for one in accounts
        ),
        actors=_actors(accounts, records, used),
        statements=_parts(records, place, origins, StatementPart, StatementReport),
        meetings=_parts(records, place, origins, MeetingPart, MeetingReport),
        events=_parts(records, place, origins, EventPart, EventReport),
        relations=_parts(records, place, origins, RelationPart, RelationReport),
        alignments=_parts(records, place, origins, AlignmentPart, AlignmentReport),
        discrepancies=tuple(_discrepancies(records, origins)),
        places=_places(accounts, records),
        corrections=tuple(_correction(record.id, one) for record in records for one in record.corrections),
    )
    return made.model_copy(
        update={"statements": tuple(map(_compared, made.statements)), "omissions": tuple(_omissions(made))}
    )


def _compared(statement: StatementPart) -> StatementPart:
    """A statement with its wordings beside each other, where there are several."""
    from dragoman.export import wordings

    found = wordings.compare(statement.reports) if len(statement.reports) > 1 else ()
    return statement.model_copy(update={"wordings": tuple(map(_wording, found))}) if found else statement


def _wording(found: tuple[StatementReport, tuple[tuple[int, int], ...]]) -> WordingPart:
    report, stretches = found
    spans = [next(c for c in report.content if c.start <= a and b <= c.end) for a, b in stretches]
    differs = tuple(
        EvidencePart(
            article=report.article, start=a, end=b, exact=span.exact[a - span.start : b - span.start]
        )
        for (a, b), span in zip(stretches, spans, strict=True)
    )
    return WordingPart(article=report.article, kind=report.kind, differs=differs)


def _omissions(made: Document) -> Iterator[OmissionPart]:
    from dragoman.export import omissions

    return (OmissionPart(**found._asdict()) for found in omissions.find(made))


def to_json(document: Document) -> str:
    """The document's JSON, indented, with a newline at the end."""
    return document.model_dump_json(indent=1) + "\n"


def _article_order(account: Account) -> tuple[str, str, str]:
    heading = account.heading
    return heading.published or "9999", heading.page, heading.id


def _record_order(record: Record, place: Mapping[str, int]) -> tuple[str, int, int, str]:
    """Meetings in order of date; all else as the first article to report it has it."""
    first = min((place[claim.article], claim.evidence[0].start) for claim in record.claims)
    date = record.lead.date or "9999" if isinstance(record.lead, Meeting) else ""
    return date, *first, record.id


def _named(claim: Claim) -> Iterator[str]:
    """What a claim names: ids of actors, among other words."""
    for field in fields(claim):
        value = getattr(claim, field.name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))


def _parts(
    records: Iterable[Record],
    place: Mapping[str, int],
    origins: Mapping[str, str],
    part: type[P],
    report: type[ReportPart],
) -> tuple[P, ...]:
    """The records of one kind."""
    return tuple(
        part(
            id=record.id,
            reports=_reports(record, place, report),
            independent=len(grouped({claim.article for claim in record.claims}, origins)),
            **_values([record.lead], part),
        )
        for record in records
        if _PARTS[type(record.lead)] is part
    )


def _reports(record: Record, place: Mapping[str, int], report: type[ReportPart]) -> tuple[Any, ...]:
    """One report an article, in the articles' order."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(record.claims, key=lambda claim: (claim.evidence[0].start, claim.id)):
        told[claim.article].append(claim)
    return tuple(_report(article, told[article], report) for article in sorted(told, key=place.__getitem__))


def _report(article: str, claims: Sequence[Claim], report: type[ReportPart]) -> ReportPart:
    spans = dict.fromkeys(span for claim in claims for span in claim.evidence)
    evidence = tuple(EvidencePart(**asdict(span)) for span in sorted(spans, key=lambda span: span.start))
    content = {"content": evidence} if issubclass(report, StatementReport) else {}
    return report(article=article, evidence=evidence, **content, **_values(claims, report))


def _values(claims: Sequence[Claim], part: type[_Part]) -> dict[str, Any]:
    """The values of a part's fields: of lists every item, of all else the first that is given."""
    names = {field.name for field in fields(claims[0])} - {"id", "article", "evidence"}
    return {
        name: _value([getattr(claim, name) for claim in claims])
        for name in sorted(names & {*part.model_fields})
    }


def _value(given: Sequence[object]) -> object:
    lists = [one for one in given if isinstance(one, tuple)]
    if lists:
        return tuple(dict.fromkeys(item for items in lists for item in items))
    first = next((value for value in given if value is not None), None)
    return EvidencePart(**asdict(first)) if isinstance(first, Evidence) else first


def _actors(
    accounts: Iterable[Account], records: Iterable[Record], used: AbstractSet[str]
) -> tuple[ActorPart, ...]:
    """The actors that are used, each with what all the articles say of it, in order of id.

    One that only a correction names is as that has it.
    """
    known: defaultdict[str, list[Actor]] = defaultdict(list)
    for account in accounts:
        for actor in account.actors:
            if actor.id in used:
                known[actor.id].append(actor)
    for correction in (one for record in records for one in record.corrections):
        for actor in correction.actors:
            known[actor.id] = known[actor.id] or [actor]
    return tuple(_actor(id, known[id]) for id in sorted(known))


def _actor(id: str, known: Sequence[Actor]) -> ActorPart:
    name = _commonest(actor.name for actor in known)
    offices = dict.fromkeys(office for actor in known for office in actor.offices)
    return ActorPart(
        id=id,
        name=name or id,
        names=tuple(dict.fromkeys([name or id, *(one for actor in known for one in actor.names)])),
        kind=_commonest(actor.kind for actor in known) or known[0].kind,
        country=_commonest(actor.country for actor in known),
        offices=tuple(OfficePart(**asdict(office)) for office in offices),
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    """The value given most often; of equals the longest."""
    counted = Counter(value for value in values if value)
    return max(sorted(counted), key=lambda value: (counted[value], len(value)), default=None)


def _places(accounts: Iterable[Account], records: Iterable[Record]) -> tuple[PlacePart, ...]:
    """The places of claims, in order of name; each found with the countries that its articles name."""
    from dragoman import geography

    countries = {account.heading.id: _countries(account) for account in accounts}
    told: defaultdict[str, set[str]] = defaultdict(set)
    for claim in (claim for record in records for claim in (record.lead, *record.claims)):
        name = getattr(claim, "place", None)
        if name:
            told[name] |= countries.get(claim.article, set())
    return tuple(PlacePart(**asdict(geography.locate(name, told[name]))) for name in sorted(told))


def _countries(account: Account) -> set[str]:
    """The countries that an article names, themselves or by a body of theirs."""
    if account.company is None:
        return {actor.country for actor in account.actors if actor.country}
    parts = [id.split(":") for id in account.company]
    return {kind_code[1] for kind_code in parts if kind_code[0] in {"state", "body"}}


def _correction(record: str, made: Correction) -> CorrectionPart:
    values = asdict(made)
    del values["actors"]
    return CorrectionPart(record=record, **values)


def _discrepancies(records: Iterable[Record], origins: Mapping[str, str]) -> Iterator[DiscrepancyPart]:
    """What independent reports differ on: of an article and its copies only the first has a say."""
    for found in (found for record in records for found in record.discrepancies):
        given = [(value, id) for value, ids in found.values for id in ids]
        groups = grouped(sorted({id for _, id in given}), origins)
        allowed = {
            (id, value)
            for first, *rest in groups
            for value, by in given
            if by == first
            for id in (first, *rest)
        }
        values = tuple(DifferingValue(value=v, article=id) for v, id in given if (id, v) in allowed)
        if len({one.value for one in values}) > 1:
            yield DiscrepancyPart(record=found.record, field=found.field, values=values)
