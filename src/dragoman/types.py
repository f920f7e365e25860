"""The frozen values that the stages hand on to each other.

Offsets are code points into `Article.text`, the end exclusive, as in W3C Web Annotation's
TextPositionSelector. Dates are TIMEX3 values (`2017-07-06`, `2017-W27`, `XXXX-08-19`), ranges are
two of them with a slash. Countries are ISO 3166 alpha-3 codes (Kosovo XKX).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

__all__ = [
    "Account",
    "Actor",
    "ActorKind",
    "Alignment",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Cast",
    "Changes",
    "Claim",
    "Correction",
    "Discrepancy",
    "Entity",
    "Event",
    "Evidence",
    "Heading",
    "Judged",
    "Judgement",
    "Key",
    "Likeness",
    "Meeting",
    "Mention",
    "MentionForm",
    "Neighbourhood",
    "Office",
    "Outcome",
    "Page",
    "Parsed",
    "Quotation",
    "Reading",
    "Record",
    "Refusal",
    "Relation",
    "Selection",
    "Settlement",
    "Span",
    "Statement",
    "Time",
    "TimeKind",
]


# ── pages and articles ────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as fetched, with where and when from; kept unchanged.

    `location` is the path or the URL that it was fetched from, as given; `media_type` and `charset`
    are what the source declares, which may be wrong or missing. `meta` is what lies beside the page
    about its article: `url`, `source`, `title`, `published`, each where known. `notices` are remarks of
    the source for the outcome.
    """

    location: str
    content: bytes
    media_type: str | None = None
    charset: str | None = None
    fetched: datetime | None = None
    meta: Mapping[str, str | None] = field(default_factory=dict, hash=False)
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page, or a part of one, that could not be read, and why: a line in the outcome.

    `code` is a short stable word (`empty`, `binary`, `too-large`, `no-article`, `language`,
    `unreadable`, `failed`; of links also `forbidden`, `unreachable`, `answer`); `reason` is the
    sentence that a person reads and says what to do.
    """

    location: str
    code: str
    reason: str


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    HEADLINE = "headline"
    DEK = "dek"
    DATELINE = "dateline"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"  # a block quotation or an embedded post
    SUBHEAD = "subhead"
    CAPTION = "caption"
    RELATED = "related"  # a link to another article
    NOTE = "note"  # everything else that makes no claims: dates, credits, corrections

    @property
    def makes_claims(self) -> bool:
        """Whether claims may rest on a block of this kind."""
        return self in {BlockKind.PARAGRAPH, BlockKind.QUOTE}


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article's text of one kind; blocks do not overlap and come in order."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One report: its text never changes once parsed, and every offset points into it.

    `published` is a TIMEX value as precise as the page tells (`2017-07-06`, or a date and time
    `2017-07-07T09:31`), or None. `page` is the location of the page that holds the article, `url`
    its address on the web where known. `sha256` is that of the text in UTF-8. `notices` are
    remarks for the outcome (a date in the future, a wrong encoding declared …). `engine` is the version
    of what read it (see `dragoman.engine`), None before that. `credits`
    are the names of the agencies whose report it says it prints or draws on.
    """

    id: str
    page: str
    url: str | None
    source: str | None
    title: str | None
    published: str | None
    language: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    notices: tuple[str, ...] = ()
    engine: str | None = None
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one page gave: its articles, and what of it was refused."""

    articles: tuple[Article, ...]
    refusals: tuple[Refusal, ...]


# ── the reading ───────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: start, and end exclusive, in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


class TimeKind(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time and its TIMEX3 value, None where it cannot be known."""

    span: Span
    kind: TimeKind
    value: str | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `outer` with the marks, `inner` without.

    `closed` is False where the closing mark is missing, as in a quotation that runs on into the
    next paragraph; `continues` is True where it carries on one that the paragraph before left open.
    """

    outer: Span
    inner: Span
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, as the model reads it: spans of the source, the cue and the contents.

    Thoughts and wishes are attributed too; `is_said` tells that the model takes the contents for words
    reported as said.
    """

    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    is_said: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What the language model sees in an article.

    `doc` is an ordinary spaCy Doc over the whole text, so that `doc.text == article.text` and every
    `token.idx` is an offset into it; it holds `pos_`, `tag_` (Penn), `lemma_`, `dep_` (Universal
    Dependencies), heads, sentence starts and `ents` (PER, ORG, LOC, NORP, FAC, DATE, MONEY, PRODUCT, MISC).
    Blocks that make no claims are read too. A sentence never crosses a block.

    `meaning` is a vector of length 1: the nearer those of two articles, the nearer what they speak of. It is
    empty where another model has read.
    """

    article: Article
    doc: Doc
    attributions: tuple[Attribution, ...]
    quotations: tuple[Quotation, ...]
    times: tuple[Time, ...]
    meaning: tuple[float, ...] = ()


# ── actors ────────────────────────────────────────────────────────────────────


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    STATE = "state"
    BODY = "body"  # a ministry, parliament, army, court of one state
    IGO = "igo"  # an international organisation, coalition or negotiating format
    PARTY = "party"
    ARMED_GROUP = "armed_group"
    ORGANIZATION = "organization"
    GROUP = "group"  # an unnamed collective: "officials", "Western nations"


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds: `title` of `of`, with dates where known."""

    title: str
    of: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An entity known across articles. `names` holds every name and the article's other words for it."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    country: str | None = None
    offices: tuple[Office, ...] = ()


class MentionForm(StrEnum):
    """How a mention names its entity."""

    NAME = "name"  # "Sergei Lavrov", "Lavrov", "Moscow" for the state
    NOMINAL = "nominal"  # "the Russian foreign minister", "his counterpart", "the two ministers"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names one entity, or several ("the two ministers", "they").

    `actors` holds the ids of the actors meant; `why` says how it was resolved.
    """

    span: Span
    form: MentionForm
    actors: tuple[str, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor as one article has it, with the evidence for the office it gives him."""

    actor: Actor
    office_evidence: tuple[tuple[Office, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one article, and where it mentions them (mentions in order of start)."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    places: tuple[tuple[Span, str], ...] = ()  # names of places, with the name to show

    def actor(self, id: str) -> Actor:
        """The actor with this id; KeyError where the article has none."""
        for entity in self.entities:
            if entity.actor.id == id:
                return entity.actor
        raise KeyError(id)

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie wholly within a span, in order."""
        return tuple(m for m in self.mentions if span.contains(m.span))


# ── claims ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of an article with its words: `text[start:end] == exact`, always."""

    article: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What ONE article says. It cannot be built without evidence, all of it in that article."""

    id: str
    article: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a claim needs evidence")
        if any(e.article != self.article for e in self.evidence):
            raise ValueError("a claim rests on one article only")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Claim):
    """Who said what; its evidence is its content."""

    kind: str  # direct | indirect | mixed
    speakers: tuple[str, ...]
    addressee: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    said_on: str | None = None
    place: str | None = None
    cue: Evidence | None = None
    source: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Claim):
    """An occasion where named actors talk to each other."""

    participants: tuple[str, ...]
    form: str  # meeting | visit | call | multilateral | third_party
    status: str  # held | planned | proposed | cancelled | refused
    date: str | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """What actors did to each other, in PLOVER's types."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    place: str | None
    status: str  # asserted | planned | hypothetical | negated | historical
    attributed_to: tuple[str, ...] = ()
    trigger: Evidence | None = None  # the word that tells of it
    confidence: float | None = None  # from 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Claim):
    """A standing fact that the article states. `object` is an actor's id or a text."""

    subject: str
    predicate: str
    object: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment(Claim):
    """Where the article says that parties agree or differ."""

    parties: tuple[str, ...]
    kind: str  # agree | differ
    issue: str


# ── records ───────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A field on which the reports of one record disagree: each value with the articles that give it."""

    record: str
    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A value of a record that a person has set: of which field, by which judgement, who, when and why.

    `actors` are those whom the value names by their ids.
    """

    field: str
    value: str | tuple[str, ...] | None
    judgement: int
    who: str
    when: str
    why: str | None = None
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What several claims add up to: recomputed from them, never edited.

    `claims` are all of one kind; the record's own values are those of `lead`, which is computed from
    them (the most precise date, the fullest wording …). `corrections` are the values of `lead` that a
    person has set.
    """

    id: str
    lead: Claim
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...] = field(default=())
    corrections: tuple[Correction, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about claims. It is never changed; one that is withdrawn is followed by another.

    `kind` is `same`, `different`, `wrong`, `right`, `value` or `withdraw`. `subjects` are the claims that it
    is about as they were when it was made, in two groups for `same` and `different`, in one otherwise; it
    holds for the claims of a later reading that stand in their places. `when` is a time in UTC (ISO 8601).
    `field` and `value` are what a `value` sets, `actors` those whom the value names; `withdraws` is the
    number of the judgement that a `withdraw` takes back.
    """

    number: int
    kind: str
    subjects: tuple[tuple[Claim, ...], ...]
    who: str
    when: str
    why: str | None = None
    field: str | None = None
    value: str | tuple[str, ...] | None = None
    actors: tuple[Actor, ...] = ()
    withdraws: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Judged:
    """A claim that a judgement means now, by the number of the judgement, and in which of its groups."""

    judgement: int
    group: int
    claim: str


# ── between the record and the store ──────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of an article beside its text, its blocks and its notices."""

    id: str
    page: str
    url: str | None
    source: str | None
    title: str | None
    published: str | None
    language: str
    sha256: str
    characters: int
    engine: str | None = None
    credits: tuple[str, ...] = ()

    @classmethod
    def of(cls, article: Article) -> Heading:
        """The heading of an article."""
        return cls(
            id=article.id,
            page=article.page,
            url=article.url,
            source=article.source,
            title=article.title,
            published=article.published,
            language=article.language,
            sha256=article.sha256,
            characters=len(article.text),
            engine=article.engine,
            credits=article.credits,
        )


@dataclass(frozen=True, slots=True)
class Account:
    """What one article tells: actors as it has them, and its claims (or some of both).

    `company` are the ids of all the actors with a name that the article speaks of; None where these
    are those of `actors`. `trace` is what its story is found by, None where it was not looked for.
    """

    heading: Heading
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    company: tuple[str, ...] | None = None
    trace: Trace | None = None


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """A claim's address for blocking: only claims that share one are ever compared.

    Two keys meet when `text` is the same and the days `since` to `until` (ISO, both included)
    overlap; a claim without a date has `0001-01-01` and `9999-12-31`. An `exact` key is the id of its
    claim's chain: whatever shares it tells the same, and nothing else does.
    """

    claim: str
    text: str
    since: str
    until: str
    exact: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two articles one of which is a copy of the other: `share` of the shorter one's words stand in both.

    `one` comes before `other` in order of id; which of them is the original is not said here.
    """

    one: str
    other: str
    share: float


@dataclass(frozen=True, slots=True)
class Trace:
    """What an article is told by when stories are found (see `dragoman.stories`).

    Words, actors and places stand as numbers made of them, in order, each with its weight. `day` is counted
    from the year 1, None where the article has no date. `keys` are the words by which others are looked up,
    `rare` those of them that hardly any other news has. `meaning` is the reading's vector in steps of 1/127.
    """

    article: str
    day: int | None = None
    keys: tuple[int, ...] = ()
    rare: tuple[int, ...] = ()
    words: tuple[tuple[int, float], ...] = ()
    beginning: tuple[tuple[int, float], ...] = ()
    company: tuple[tuple[int, float], ...] = ()
    places: tuple[tuple[int, float], ...] = ()
    meaning: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an article stands: its story, and the earlier article that it goes with best, if any.

    `strength` is how much speaks for the two telling one story. `judged` is the story that a person has put
    the article into.
    """

    article: str
    story: str
    parent: str | None = None
    strength: float = 0.0
    judged: str | None = None


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The stored claims that a new article's claims may have to do with.

    `accounts` hold every claim whose key meets a new one's and every claim linked with those,
    directly or through others, but none of the article's own and none that are silent (see Changes),
    unless the article is `known`. `records` are the ids of the records
    that stand to be recomputed. `known` says that the store has claims of the article from an earlier
    reading, or judgements about it, so that records may change in which it has no part now. `revision`
    counts the writes that the store had seen. `judgements` are those that hold and concern the article or
    these claims, `judged` which of these claims they mean. `alike` are the articles that share enough of the
    new one's shingles to be copies. `traces` are those of the articles that may be of one story with the new
    one; where the store has the article from an earlier reading, also of those that it was the parent of, and
    that these may be of one story with. `placed` is where every article of their stories stands, and the new
    one where it is known or a person has judged it.
    """

    accounts: tuple[Account, ...] = ()
    records: tuple[str, ...] = ()
    known: bool = False
    revision: int = 0
    judgements: tuple[Judgement, ...] = ()
    judged: tuple[Judged, ...] = ()
    alike: tuple[Article, ...] = ()
    traces: tuple[Trace, ...] = ()
    placed: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a judgement changes in the record; each field is as in Changes."""

    records: tuple[Record, ...]
    chains: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    retired: tuple[str, ...]
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be written for one article.

    `claims` are all that the article says: what the store holds of it from an earlier reading gives
    way to them. `company` are the ids of its actors that have a name. `records` are those that change;
    `chains` gives each claim in them the id of its chain: the claims that it is linked with, directly
    or through others. `silent` are claims that their records would be no different without, but for
    the report itself: a record may stand here without the silent claims that the store has of it, but
    never with only those. `retired` are ids of records that no longer exist. `revision` is that of the
    neighbourhood: the store refuses changes to what has changed since. `judged` are the judgements that mean
    the article's claims; a claim that one of them calls wrong is in no record, and its chain is its own.
    `sample` are the article's shingles by which copies of it are looked up, `copies` its likenesses with
    other articles. `trace` is what its story is found by, None where it is not looked for; `placed` is where
    it stands, and each that stands elsewhere because of it.
    """

    article: Article
    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    keys: tuple[Key, ...]
    company: tuple[str, ...]
    records: tuple[Record, ...]
    chains: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]
    retired: tuple[str, ...]
    revision: int = 0
    judged: tuple[Judged, ...] = ()
    sample: tuple[int, ...] = ()
    copies: tuple[Likeness, ...] = ()
    trace: Trace | None = None
    placed: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page: the articles it gave, what of it was refused, and remarks.

    `page` is the SHA-256 of its bytes in hexadecimal, None where no bytes could be had.
    """

    location: str
    page: str | None = None
    articles: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notices: tuple[str, ...] = ()
    fetched: datetime | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell the same news, with what their story was found by; their accounts have no claims."""

    id: str
    accounts: tuple[Account, ...]
    traces: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class StoryJudgement:
    """A person's decision that an article is of a story: `made` is when, in ISO 8601.

    What was decided at once, about several articles, has the same `made` and `who`. `number` is given when it
    is kept.
    """

    article: str
    story: str
    who: str
    made: str
    why: str = ""
    number: int = 0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of the record: records, the articles that report them, and the actors as each has them.

    Every article named by a claim of `records` is among `accounts`, whose own `claims` are empty. `copies`
    gives each of these articles that is a copy the id of its original, which is among them too; `stories`
    gives each the id of its story. `more` gives of how many further articles the reports of a record were
    left out, by its id.
    """

    accounts: tuple[Account, ...]
    records: tuple[Record, ...]
    copies: tuple[tuple[str, str], ...] = ()
    stories: tuple[tuple[str, str], ...] = ()
    more: tuple[tuple[str, int], ...] = ()
