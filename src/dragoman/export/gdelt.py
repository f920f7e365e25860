"""GDELT's Events 2.0: 61 columns without a header, one row for each pair of actors.

Only what happened or was promised is written, and only events with a date, two of GDELT's own rules.
A value that is not known is an empty cell. Source: GDELT Event Codebook V2.0 (2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from itertools import permutations, product

from dragoman.copies import grouped
from dragoman.export import codes
from dragoman.export.coding import Coded, events
from dragoman.export.document import ActorPart, ReportPart
from dragoman.export.files import Destination
from dragoman.export.formats import Source
from dragoman.export.rows import write_row
from dragoman.types import BlockKind

COLUMNS = (
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "FractionDate",
    *(
        f"Actor{number}{name}"
        for number in (1, 2)
        for name in (
            "Code",
            "Name",
            "CountryCode",
            "KnownGroupCode",
            "EthnicCode",
            "Religion1Code",
            "Religion2Code",
            "Type1Code",
            "Type2Code",
            "Type3Code",
        )
    ),
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    *(
        f"{whose}Geo_{name}"
        for whose in ("Actor1", "Actor2", "Action")
        for name in ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    ),
    "DATEADDED",
    "SOURCEURL",
)
"""GDELT's columns, which its files do not name."""

HOSTS = {"042": "043"}
"""The code of a pair the other way round, where it is another: who is visited hosts."""

Pair = tuple[ActorPart | None, ActorPart | None, str]


def write(source: Source, to: Destination) -> None:
    """Write one row a pair of actors."""
    with to.file("events.gdelt.csv") as out:
        for coded in events(source.document):
            if coded.happened and coded.day and coded.code:
                is_root = any(_leads(source, report) for report in coded.reports)
                for pair in _pairs(coded, coded.code):
                    write_row(out, _cells(coded, *pair, is_root=is_root))


def quad_class(code: str) -> int:
    """GDELT's quad class: verbal and material cooperation, verbal and material conflict."""
    return 1 + sum(int(code[:2]) > last for last in (5, 8, 13))


def _leads(source: Source, report: ReportPart) -> bool:
    """Whether a report tells it in its first paragraph."""
    paragraphs = (
        block for block in source.article(report.article).blocks if block.kind is BlockKind.PARAGRAPH
    )
    first = next(paragraphs, None)
    return first is not None and any(span.start < first.end for span in report.evidence)


def _pairs(coded: Coded, code: str) -> Iterator[Pair]:
    """Who does it to whom; those who do it to each other are pairs both ways, as CAMEO's coders have it."""
    if coded.mutual and len(coded.actors) > 1:
        yield from ((one, other, code) for one, other in permutations(coded.actors, 2))
        return
    for one, other in product(coded.actors or (None,), coded.recipients or (None,)):
        yield one, other, code
        if code in HOSTS and other is not None:
            yield other, one, HOSTS[code]


def _cells(
    coded: Coded, one: ActorPart | None, other: ActorPart | None, code: str, *, is_root: bool
) -> list[str]:
    day = date.fromisoformat(coded.day or "")
    score = codes.goldstein(code)
    published = "".join(c for c in coded.articles[0].published or "" if c.isdigit())
    return [
        _number(coded, one, other, code),
        f"{day:%Y%m%d}",
        f"{day:%Y%m}",
        f"{day.year:04}",
        f"{day.year + day.timetuple().tm_yday / 365:.4f}",
        *_actor(one, coded.day),
        *_actor(other, coded.day),
        str(int(is_root)),
        code,
        code[:3],
        code[:2],
        str(quad_class(code)),
        "" if score is None else str(score),
        str(sum(len(report.evidence) for report in coded.reports)),
        str(len(_sources(coded))),
        str(len(coded.articles)),
        "",
        *[""] * 16,
        *_place(coded),
        published.ljust(14, "0") if len(published) >= 8 else "",
        coded.articles[0].url or coded.articles[0].page,
    ]


def _sources(coded: Coded) -> set[str]:
    """The outlets of the independent reports: one that prints a copy is no other source."""
    articles = {article.id: article for article in coded.articles}
    groups = grouped(articles, {id: one.copy_of for id, one in articles.items() if one.copy_of})
    return {articles[first].source or articles[first].page for first, *_ in groups}


def _number(coded: Coded, *rest: object) -> str:
    """A number of its own for each row, small enough for programs that keep it as a double."""
    named = [getattr(one, "id", one) for one in rest]
    return str(int(sha256("\x1f".join(map(str, (coded.id, *named))).encode()).hexdigest()[:13], 16))


def _actor(actor: ActorPart | None, day: str | None) -> list[str]:
    """The ten columns of an actor: its codes, each also at the end of the whole one."""
    if actor is None:
        return [""] * 10
    code = codes.actor(actor, day)
    known = codes.country(code.country, "cameo")
    is_organization = known in {codes.IGO, "UNO", "EUR"}
    country = "" if is_organization else known or ""
    kind = codes.IGO if is_organization else code.sector or ""
    group = code.group or ""
    return [f"{country}{kind}{group}", actor.name.upper(), country, group, "", "", "", kind, "", ""]


def _place(coded: Coded) -> list[str]:
    """The eight columns of the place: a country, a city of the United States or one of elsewhere."""
    place = coded.place
    if place is None:
        return [""] * 8
    has_point = place.latitude is not None and place.longitude is not None
    kind = ("3" if place.country == "USA" else "4") if has_point else "1" if place.country else ""
    point = [str(place.latitude), str(place.longitude)] if has_point else ["", ""]
    return [kind, place.name, codes.country(place.country, "fips") or "", "", "", *point, ""]
