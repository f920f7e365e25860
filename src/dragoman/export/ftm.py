"""FollowTheMoney entities, one JSON object a line: articles, actors, offices, meetings, events, mentions.

Ids are made of what an entity is, so the same record gives the same ids, and two exports can be merged.
Statements, alignments and discrepancies have no schema there and are left out, and so is what did
not happen. Source: the schemata of followthemoney 4 (https://followthemoney.tech).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from dragoman import timex
from dragoman.export import codes
from dragoman.export.document import (
    ActorPart,
    ArticlePart,
    Document,
    EventPart,
    MeetingPart,
    RelationPart,
    ReportPart,
)
from dragoman.export.files import Destination
from dragoman.export.formats import Source
from dragoman.export.rows import write_line
from dragoman.folding import fold

SCHEMATA = {"person": "Person", "state": "PublicBody", "body": "PublicBody", "group": "LegalEntity"}
"""The schema of an actor by its kind; others are organisations."""

TOPICS = {"igo": ["gov.igo"], "party": ["pol.party"]}
"""The topics of an organisation by its kind."""

NOT_TOLD = ("hypothetical", "negated")
"""The statuses of events that did not happen."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

Entity = dict[str, Any]


def write(source: Source, to: Destination) -> None:
    """Write each entity once, those that others point to first."""
    written: set[str] = set()
    with to.file("entities.ftm.json") as out:
        for entity in _entities(source.document):
            if entity["id"] not in written:
                written.add(entity["id"])
                write_line(out, entity)


def _entities(document: Document) -> Iterator[Entity]:
    actors = {actor.id: actor for actor in document.actors}
    articles = {article.id: article for article in document.articles}
    yield from map(_article, document.articles)
    yield from map(_actor, document.actors)
    for actor in document.actors:
        for office in actor.offices:
            name = f"{office.title} of {office.of}" if office.of else office.title
            yield from _occupancy(actor, name, office.since, office.until, ())
    for relation in document.relations:
        yield from _relation(relation, actors)
    for meeting in document.meetings:
        named = [actors[id] for id in meeting.participants]
        yield _event(
            meeting, f"{meeting.status} {meeting.form.replace('_', ' ')}", named, meeting.topics, articles
        )
    for event in document.events:
        if event.status not in NOT_TOLD:
            named = [actors[id] for id in (*event.actors, *event.recipients)]
            yield _event(event, f"{event.status} {event.type}", named, event.contexts, articles)
    yield from _mentions(document, actors)


def _article(article: ArticlePart) -> Entity:
    return _entity(
        "Article",
        article.id,
        title=[article.title],
        fileName=[PurePath(article.page).name],
        publisher=[article.source],
        sourceUrl=[article.url],
        publishedAt=[_date((article.published or "")[:10])],
        language=[codes.language(article.language)],
    )


def _actor(actor: ActorPart) -> Entity:
    country = codes.country(actor.country, "iso2")
    return _entity(
        SCHEMATA.get(actor.kind, "Organization"),
        actor.id,
        name=[actor.name],
        alias=[name for name in actor.names if name != actor.name],
        country=[country and country.lower()],
        topics=TOPICS.get(actor.kind, ()),
    )


def _occupancy(
    holder: ActorPart, name: str, since: str | None, until: str | None, proof: Iterable[str]
) -> Iterator[Entity]:
    """An office, and that somebody holds it."""
    post = _entity("Position", fold(name), name=[name])
    yield post
    yield _entity(
        "Occupancy",
        f"{holder.id} {fold(name)} {since} {until}",
        holder=[_id(holder.id)],
        post=[post["id"]],
        startDate=[_date(since)],
        endDate=[_date(until)],
        proof=map(_id, proof),
    )


def _relation(relation: RelationPart, actors: dict[str, ActorPart]) -> Iterator[Entity]:
    """An office held, or a link between two actors; one to a text alone has no schema."""
    proof = [report.article for report in relation.reports]
    subject, target = actors.get(relation.subject), actors.get(relation.object)
    if relation.predicate == "holds_office" and subject and subject.kind == "person" and not target:
        yield from _occupancy(subject, relation.object, relation.since, relation.until, proof)
    elif subject and target:
        yield _entity(
            "UnknownLink",
            relation.id,
            subject=[_id(subject.id)],
            object=[_id(target.id)],
            role=[relation.predicate.replace("_", " ")],
            startDate=[_date(relation.since)],
            endDate=[_date(relation.until)],
            proof=map(_id, proof),
        )


def _event(
    record: MeetingPart | EventPart,
    what: str,
    involved: Iterable[ActorPart],
    keywords: Iterable[str],
    articles: dict[str, ArticlePart],
) -> Entity:
    told_by = [report.article for report in record.reports]
    involved = list(involved)
    is_plain = _date(record.date) is not None
    since, until = timex.bounds(record.date)
    is_known = not is_plain and timex.days(record.date) is not None
    return _entity(
        "Event",
        record.id,
        name=[": ".join(filter(None, [what, ", ".join(actor.name for actor in involved)]))],
        involved=[_id(actor.id) for actor in involved],
        location=[record.place],
        date=[record.date if is_plain else None],
        startDate=[since if is_known else None],
        endDate=[until if is_known else None],
        summary=[span.exact for report in record.reports for span in report.evidence],
        keywords=keywords,
        sourceUrl=[articles[id].url for id in told_by],
        proof=map(_id, told_by),
    )


def _mentions(document: Document, actors: dict[str, ActorPart]) -> Iterator[Entity]:
    """Which actors the claims of an article speak of."""
    records: tuple[Any, ...] = (
        *document.statements,
        *document.meetings,
        *document.events,
        *document.relations,
        *document.alignments,
    )
    for report in (report for record in records for report in record.reports):
        for actor in (actors[id] for id in _named(report) if id in actors):
            country = codes.country(actor.country, "iso2")
            yield _entity(
                "Mention",
                f"{report.article} {actor.id}",
                document=[_id(report.article)],
                resolved=[_id(actor.id)],
                name=[actor.name],
                detectedSchema=[SCHEMATA.get(actor.kind, "Organization")],
                contextCountry=[country and country.lower()],
            )


def _named(report: ReportPart) -> Iterator[str]:
    """What a report's fields name: ids of actors, among other words."""
    for name in type(report).model_fields:
        value = getattr(report, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))


def _entity(schema: str, id: str, **properties: Iterable[str | None]) -> Entity:
    """An entity; properties are lists, and those without a value are left out."""
    known = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    kind = "" if schema in {"Article", *SCHEMATA.values(), "Organization", "Event", "UnknownLink"} else schema
    return {"id": _id(id, kind), "schema": schema, "properties": {k: v for k, v in known.items() if v}}


def _id(id: str, kind: str = "") -> str:
    """The id of the entity that an article, an actor or a record is, or of another kind of thing."""
    return f"dragoman-{sha256(f'{kind} {id}'.encode()).hexdigest()[:32]}"


def _date(value: str | None) -> str | None:
    """A date as FollowTheMoney has them: a day, a month or a year."""
    return value if value and _DATE.fullmatch(value) else None
