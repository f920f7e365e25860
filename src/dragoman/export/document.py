"""The JSON document: the record as one typed value, whose JSON is the contract with other programs.

    Document.model_dump_json / to_json     the JSON itself
    python -m dragoman.export.schema       its JSON Schema

A document is what `dragoman read --json`, `show --json` and `find --json` print, and what a terminal
or a web page renders. Its order is fixed by its content: the same record gives the same bytes.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.types import Selection

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


class StatementPart(_Part):
    """Who said what."""

    id: str
    speakers: tuple[str, ...]
    addressee: tuple[str, ...]
    topics: tuple[str, ...]
    said_on: str | None
    place: str | None
    reports: tuple[StatementReport, ...]


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


class DifferingValue(_Part):
    """One value of a field on which reports disagree, as one article gives it."""

    value: str
    article: str


class DiscrepancyPart(_Part):
    """A field on which the reports of one record disagree."""

    record: str
    field: str
    values: tuple[DifferingValue, ...]


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


def make(selection: Selection) -> Document:
    """Make a document of a part of the record (see `Store.find`)."""
    raise NotImplementedError(selection)


def to_json(document: Document) -> str:
    """The document's JSON, indented, with a newline at the end."""
    return document.model_dump_json(indent=1) + "\n"
