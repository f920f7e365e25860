"""POLECAT's table: its 40 columns in their order, then where the words stand.

Values follow POLECAT's files: several in one cell have `; ` between them, a value that is not known
is `None`. Only what happened or was promised is written, since a script that counts rows counts it.
Source: the header of POLECAT's files (Harvard Dataverse, doi:10.7910/DVN/AJGVIT).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman import __version__
from dragoman.export import codes
from dragoman.export.coding import Coded, events
from dragoman.export.document import ActorPart, ArticlePart
from dragoman.export.files import Destination
from dragoman.export.formats import Source
from dragoman.export.rows import write_row

COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    *(
        name.format(role)
        for role in ("Actor", "Recipient")
        for name in (
            "{} Name",
            "{} Country",
            "{} COW",
            "Primary {} Sector",
            "{} Sectors",
            "{} Title",
            "{} Name Raw",
            "Wikipedia {} ID",
        )
    ),
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
)
"""POLECAT's columns."""

MORE = ("Article ID", "Evidence Start", "Evidence End")
"""Ours behind them: one value for each piece of evidence, in the same order in all three."""

UNKNOWN = "None"
"""What POLECAT writes where nothing is known."""


def write(source: Source, to: Destination) -> None:
    """Write one row an event, with a header."""
    with to.file("events.polecat.tsv") as out:
        write_row(out, [*COLUMNS, *MORE])
        for coded in events(source.document):
            if coded.happened:
                write_row(out, _cells(coded))


def _cells(coded: Coded) -> list[str]:
    first = coded.articles[0]
    spans = [span for report in coded.reports for span in report.evidence]
    contexts = [*coded.contexts, *filter(None, [coded.auxiliary])]
    return [
        coded.id,
        _cell(coded.day),
        coded.type,
        _cell(coded.mode),
        _cell(codes.score(coded.type, coded.mode)),
        _cell((codes.quad(coded.type) or "").upper()),
        _cells_in_one(contexts),
        *_side(coded.actors, coded.day),
        *_side(coded.recipients, coded.day),
        *_place(coded),
        *_story(coded, first),
        _cell(first.language),
        f"dragoman-{__version__}",
        _cells_in_one(span.article for span in spans),
        _cells_in_one(span.start for span in spans),
        _cells_in_one(span.end for span in spans),
    ]


def _side(actors: Sequence[ActorPart], day: str | None) -> list[str]:
    """The eight columns of the actors or of the recipients; a Wikipedia page is not known of any."""
    coded = [codes.actor(actor, day) for actor in actors]
    sectors = [code.sector for code in coded]
    return [
        _cells_in_one(actor.name for actor in actors),
        _cells_in_one(codes.country(code.country, "plover") for code in coded),
        _cells_in_one(codes.country(code.country, "cow") for code in coded),
        _cells_in_one(sectors),
        _cells_in_one(sectors),
        _cells_in_one(code.office for code in coded),
        _cells_in_one(actor.name for actor in actors),
        UNKNOWN,
    ]


def _place(coded: Coded) -> list[str]:
    """The ten columns of the place; of its parts only the country is known."""
    place = coded.place
    return [
        _cell(place and place.name),
        UNKNOWN,
        UNKNOWN,
        UNKNOWN,
        _cell(place and codes.country(place.country, "plover")),
        _cell(place and place.latitude),
        _cell(place and place.longitude),
        UNKNOWN,
        _cell(place and place.name),
        UNKNOWN,
    ]


def _story(coded: Coded, first: ArticlePart) -> list[str]:
    """What the first report is, and who takes part: other names of the story are not in the record."""
    actors = [*coded.actors, *coded.recipients, *coded.attributed_to]
    return [
        _cell(first.source),
        _cell((first.published or "")[:10]),
        _cells_in_one(actor.name for actor in actors if actor.kind == "person"),
        _cells_in_one(actor.name for actor in actors if actor.kind != "person"),
        _cell(coded.place and coded.place.name),
    ]


def _cells_in_one(values: Iterable[object]) -> str:
    """Several values in a cell; one that is not known keeps its place among others."""
    cells = [_cell(value) for value in values]
    return "; ".join(cells) if set(cells) - {UNKNOWN} else UNKNOWN


def _cell(value: object) -> str:
    return UNKNOWN if value is None or value == "" else str(value)
