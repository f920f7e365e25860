"""Events and meetings as PLOVER codes them: what plover, polecat and gdelt have in common.

Source: PLOVER manual, version 0.8. A meeting that was held is CONSULT; one that is planned or
proposed is AGREE; one that was refused or cancelled is REJECT. All who meet are actors, unless it is
known who visits and who is the host.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from dragoman import timex
from dragoman.export import codes
from dragoman.export.document import (
    ActorPart,
    ArticlePart,
    Document,
    EventPart,
    MeetingPart,
    PlacePart,
    ReportPart,
)

AUXILIARY = {
    "historical": "historical",
    "planned": "future",
    "hypothetical": "hypothetical",
    "negated": "negation",
}
"""PLOVER's auxiliary modes, by the status of an event."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An event in PLOVER's terms.

    `auxiliary` is PLOVER's word for one that is not told as having happened. `mutual` says that the
    actors did it to each other. `date` is the record's own, a TIMEX value; `day` and `last_day` are ISO
    dates of what is coded: those of the first report where the record has none, or where the date is
    that of something yet to come. `code` is CAMEO's.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    auxiliary: str | None
    actors: tuple[ActorPart, ...]
    recipients: tuple[ActorPart, ...]
    mutual: bool
    date: str | None
    day: str | None
    last_day: str | None
    is_dated: bool
    place: PlacePart | None
    code: str | None
    reports: Sequence[ReportPart]
    articles: tuple[ArticlePart, ...]
    attributed_to: tuple[ActorPart, ...] = ()

    @property
    def happened(self) -> bool:
        """Whether it can be counted: it is told as a fact, and its day is known or that of the report."""
        return self.auxiliary is None or (self.auxiliary == "historical" and self.is_dated)


def events(document: Document) -> Iterator[Coded]:
    """The events and meetings of a document, in order of day and id; those without a day come last."""
    coder = _Coder(document)
    coded = chain(map(coder.meeting, document.meetings), map(coder.event, document.events))
    yield from sorted(coded, key=lambda one: (one.day or "9999", one.id))


class _Coder:
    """Codes the records of one document."""

    def __init__(self, document: Document) -> None:
        self._actors: Mapping[str, ActorPart] = {actor.id: actor for actor in document.actors}
        self._articles = {article.id: article for article in document.articles}
        self._places = {place.name: place for place in document.places}

    def event(self, part: EventPart) -> Coded:
        """An event; one that is only announced is what PLOVER makes of it."""
        auxiliary = AUXILIARY.get(part.status)
        kind, mode = part.type, part.mode
        if auxiliary == "future" and (promised := codes.promised(part.type)) != part.type:
            kind, mode, auxiliary = promised, None, None
        mutual = kind in {"CONSULT", "ASSAULT"} and not part.recipients
        return Coded(
            id=part.id,
            type=kind,
            mode=mode,
            contexts=part.contexts,
            auxiliary=auxiliary,
            actors=self._named(part.actors),
            recipients=self._named(part.recipients),
            mutual=mutual,
            code=codes.cameo(kind, mode, part.contexts),
            attributed_to=self._named(part.attributed_to),
            **self._circumstances(part, future=part.status == "planned"),
        )

    def meeting(self, part: MeetingPart) -> Coded:
        """A meeting."""
        known = codes.meeting(part.status)
        kind, mode = known["type"], known["mode"]
        actors = self._named(part.participants)
        hosts: tuple[ActorPart, ...] = ()
        if kind == "CONSULT":
            mode = codes.meeting_mode(part.form)
            if mode == "visit":
                actors, hosts = self._sides(part, actors)
                mode = mode if hosts or len(actors) == 1 else None
        return Coded(
            id=part.id,
            type=kind,
            mode=mode,
            contexts=tuple(known["contexts"]),
            auxiliary=None,
            actors=actors,
            recipients=hosts,
            mutual=not hosts,
            code=known["code"] or codes.cameo(kind, mode, known["contexts"]),
            **self._circumstances(part, future=part.status != "held"),
        )

    def _sides(
        self, part: MeetingPart, actors: tuple[ActorPart, ...]
    ) -> tuple[tuple[ActorPart, ...], tuple[ActorPart, ...]]:
        """Visitors and hosts, where some of them are at home at the place; else all, and nobody."""
        place = self._places.get(part.place or "")
        home = place.country if place else None
        hosts = tuple(actor for actor in actors if home and actor.country == home)
        if not hosts or len(hosts) == len(actors):
            return actors, ()
        return tuple(actor for actor in actors if actor not in hosts), hosts

    def _named(self, ids: Sequence[str]) -> tuple[ActorPart, ...]:
        return tuple(self._actors[id] for id in ids if id in self._actors)

    def _circumstances(self, part: EventPart | MeetingPart, *, future: bool) -> dict[str, Any]:
        """When and where, and who reports it."""
        articles = tuple(self._articles[report.article] for report in part.reports)
        published = next((article.published for article in articles if timex.days(article.published)), None)
        dated = timex.days(None if future else part.date)
        days = dated or timex.days(published)
        return {
            "date": part.date,
            "day": days[0].isoformat() if days else None,
            "last_day": days[1].isoformat() if days else None,
            "is_dated": dated is not None,
            "place": self._places.get(part.place or ""),
            "reports": part.reports,
            "articles": articles,
        }
