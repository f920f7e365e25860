"""What the routes answer, beside the documents and analyses that other programs print too."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.analysis.stories import Stories
from dragoman.export.document import ActorPart, ArticlePart, Document
from dragoman.types import Outcome, Refusal


class Part(BaseModel):
    """A part of an answer: frozen, and with no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MorePart(Part):
    """A record whose reports are not all listed."""

    record: str = Field(description="The id of the record.")
    reports: int = Field(ge=1, description="How many articles report it besides those that are listed.")


class RecordDocument(Document):
    """Records as a document, that may leave out some of their reports."""

    more: tuple[MorePart, ...] = Field(default=(), description="Of which records reports are left out.")


class RecordPage(RecordDocument):
    """One page of records: a document, with where it stands among all."""

    ids: tuple[str, ...] = Field(description="The ids of the page's records in order: the newest first.")
    total: int = Field(ge=0, description="How many records the query asks for.")
    next: str | None = Field(description="What `after` takes to get the page behind; null on the last one.")


class ArticleList(Part):
    """One page of articles, the newest first."""

    version: Literal["1"] = "1"
    articles: tuple[ArticlePart, ...]
    total: int = Field(ge=0)
    next: str | None = Field(description="What `after` takes to get the page behind; null on the last one.")


class StoryPage(Stories):
    """One page of stories, the newest first."""

    total: int = Field(ge=0)
    next: str | None = Field(description="What `after` takes to get the page behind; null on the last one.")


class BlockPart(Part):
    """A stretch of an article's text of one kind."""

    kind: str
    start: int
    end: int


Role = Literal["evidence", "cue", "source", "trigger"]


class SpanPart(Part):
    """Words of the article on which a record rests."""

    record: str = Field(description="The id of the record.")
    claim: str = Field(description="The id of the claim: what this article says of it.")
    role: Role
    start: int
    end: int


class ArticleDocument(RecordDocument):
    """One article with its text and where in it its claims stand; its records are a document."""

    article: str = Field(description="The id of the article.")
    text: str
    blocks: tuple[BlockPart, ...]
    notices: tuple[str, ...]
    spans: tuple[SpanPart, ...] = Field(description="In order of place.")


class FoundActor(ActorPart):
    """An actor who was asked for by name."""

    whole: bool = Field(description="Whether the words are its id or the whole of one of its names.")


class ActorList(Part):
    """Actors, those first whose whole name it is."""

    version: Literal["1"] = "1"
    actors: tuple[FoundActor, ...]


class CountPart(Part):
    """How many records have a value."""

    value: str
    records: int


class FacetsPart(Part):
    """How many records are of which kind, actor, country, source and month."""

    version: Literal["1"] = "1"
    kinds: tuple[CountPart, ...]
    actors: tuple[CountPart, ...] = Field(description="By id; those with most records.")
    countries: tuple[CountPart, ...] = Field(description="ISO 3166 alpha-3; those with most records.")
    sources: tuple[CountPart, ...] = Field(description="Those with most records.")
    months: tuple[CountPart, ...] = Field(description="As 2017-07, the newest first.")
    counted: int = Field(
        ge=0, description="In so many of the newest records actors, countries and sources were counted."
    )


class ActorDocument(Part):
    """An actor, and how many records it has a part in."""

    version: Literal["1"] = "1"
    actor: ActorPart
    facets: FacetsPart


class RefusalPart(Part):
    """A page, or a part of one, that could not be read."""

    location: str
    code: str
    reason: str

    @classmethod
    def of(cls, refusal: Refusal) -> RefusalPart:
        """A refusal as it is answered."""
        return cls(**asdict(refusal))


class OutcomePart(Part):
    """What became of a page that was sent."""

    version: Literal["1"] = "1"
    page: str = Field(description="Where it was read from.")
    articles: tuple[str, ...] = Field(description="The ids of the articles that it holds.")
    refusals: tuple[RefusalPart, ...]
    notices: tuple[str, ...] = Field(description="Remarks, such as on a date in the future.")

    @classmethod
    def of(cls, outcome: Outcome) -> OutcomePart:
        """An outcome as it is answered."""
        return cls(
            page=outcome.location,
            articles=outcome.articles,
            refusals=tuple(map(RefusalPart.of, outcome.refusals)),
            notices=outcome.notices,
        )


class JudgementPart(Part):
    """What somebody has decided about claims."""

    number: int
    kind: str
    subjects: tuple[tuple[dict[str, Any], ...], ...] = Field(description="The claims, as they were then.")
    who: str
    when: str
    why: str | None
    field: str | None
    value: str | tuple[str, ...] | None
    actors: tuple[dict[str, Any], ...]
    withdraws: int | None
    withdrawn_by: int | None = Field(description="The number of the judgement that took it back.")
    rests: bool = Field(description="Whether it means a claim of the store.")


class JudgementList(Part):
    """All judgements."""

    version: Literal["1"] = "1"
    judgements: tuple[JudgementPart, ...]
