"""PLOVER's JSON: one event a line, with the fields of the manual's chapter on data.

Source: PLOVER manual, version 0.8, tables "PLOVER JSON" and "Information object for …".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman import __version__
from dragoman.export import codes
from dragoman.export.coding import Coded, events
from dragoman.export.document import ActorPart, ArticlePart, EvidencePart, PlacePart
from dragoman.export.files import Destination
from dragoman.export.formats import Source
from dragoman.export.rows import write_line


def write(source: Source, to: Destination) -> None:
    """Write every event and meeting, those that did not happen with PLOVER's auxiliary mode as a context."""
    with to.file("events.plover.jsonl") as out:
        for coded in events(source.document):
            write_line(out, _event(coded))


def _event(coded: Coded) -> dict[str, Any]:
    evidence = [span for report in coded.reports for span in report.evidence]
    return _known(
        {
            "id": coded.id,
            "date": coded.day,
            "enddate": coded.last_day if coded.last_day != coded.day else None,
            "timex": coded.date,
            "date_from": "text" if coded.is_dated else "publication",
            "actor": [_entity(actor, coded.day) for actor in coded.actors],
            "recipient": [_entity(actor, coded.day) for actor in coded.recipients],
            "event": [coded.type],
            "mode": [coded.mode] if coded.mode else [],
            "context": [*coded.contexts, *([coded.auxiliary] if coded.auxiliary else [])],
            "quad_code": codes.quad_number(coded.type),
            "event_scale": codes.score(coded.type, coded.mode),
            "event_loc": _location(coded.place) if coded.place else None,
            "event_text": [span.exact for span in evidence],
            "text_info": [_text_info(span) for span in evidence],
            "cite_info": [_cite_info(article) for article in coded.articles],
            "attributed_to": [_entity(actor, coded.day) for actor in coded.attributed_to],
            "coder": f"dragoman {__version__}",
        }
    ) | {"date": coded.day}


def _entity(actor: ActorPart, day: str | None) -> dict[str, Any]:
    code = codes.actor(actor, day)
    return _known(
        {
            "code": codes.country(code.country, "plover"),
            "sector": code.sector,
            "entity_text": actor.name,
            "identifier_id": actor.id,
            "identifier_text": actor.name,
            "office": code.office,
        }
    )


def _location(place: PlacePart) -> dict[str, Any]:
    return _known(
        {
            "extracted_place": place.name,
            "lat": place.latitude,
            "lon": place.longitude,
            "country_code": codes.country(place.country, "plover"),
        }
    )


def _text_info(span: EvidencePart) -> dict[str, Any]:
    return {"article": span.article, "start": span.start, "end": span.end}


def _cite_info(article: ArticlePart) -> dict[str, Any]:
    return _known(
        {
            "article": article.id,
            "citation": article.page,
            "url": article.url,
            "title": article.title,
            "language": article.language,
            "publication": article.source,
            "published": article.published,
            "sha256": article.sha256,
        }
    )


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are known: PLOVER leaves out fields without one."""
    return {name: value for name, value in values.items() if value is not None and value != []}
