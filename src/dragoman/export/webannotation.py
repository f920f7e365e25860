"""W3C Web Annotations: one for each report of a record, on the words that it rests on.

The whole is an AnnotationCollection with one page. Offsets are code points into the article's text.
Source: Web Annotation Data Model, W3C Recommendation, 23 February 2017.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

from dragoman.export.document import ArticlePart, Document, EvidencePart, ReportPart
from dragoman.export.files import Destination
from dragoman.export.formats import Source

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The JSON-LD context that gives the words their meaning."""

AROUND = 32
"""Characters of the text before and after the words that help to find them again."""

_RECORDS = {
    "statement": "statements",
    "meeting": "meetings",
    "event": "events",
    "relation": "relations",
    "alignment": "alignments",
}
_OF_ANOTHER_PLACE = ("article", "evidence", "content", "cue", "source")
"""Fields of a report that are spans: the target has them."""

Told = tuple[str, str, ReportPart]
"""The kind and the id of a record, and one report of it."""


def write(source: Source, to: Destination) -> None:
    """Write the annotations article by article, so that each text is read once."""
    told = _told(source.document)
    total = sum(map(len, told.values()))
    page = {"id": _urn("page"), "type": "AnnotationPage", "startIndex": 0}
    head = {"@context": CONTEXT, "id": _urn("collection"), "type": "AnnotationCollection", "total": total}
    with to.file("annotations.jsonld") as out:
        out.write(f'{_inside(head)}, "first": {_inside(page)}, "items": [\n'.encode())
        for number, annotation in enumerate(_annotations(source, told)):
            out.write(
                (",\n" if number else "").encode() + json.dumps(annotation, ensure_ascii=False).encode()
            )
        out.write(b"\n]}}\n")


def _inside(value: Mapping[str, Any]) -> str:
    """The JSON of an object that is not closed yet."""
    return json.dumps(value)[:-1]


def _told(document: Document) -> dict[str, list[Told]]:
    """What each article tells, in the document's order."""
    told: defaultdict[str, list[Told]] = defaultdict(list)
    for kind, name in _RECORDS.items():
        for part in getattr(document, name):
            for report in part.reports:
                told[report.article].append((kind, part.id, report))
    return told


def _annotations(source: Source, told: Mapping[str, list[Told]]) -> Iterator[dict[str, Any]]:
    names = {actor.id: actor.name for actor in source.document.actors}
    for article in source.document.articles:
        text = source.article(article.id).text if article.id in told else ""
        for kind, record, report in told.get(article.id, ()):
            yield {
                "id": _urn(kind, record, article.id),
                "type": "Annotation",
                "motivation": "describing",
                "body": [
                    {"type": "TextualBody", "purpose": "tagging", "value": kind},
                    {
                        "type": "TextualBody",
                        "purpose": "describing",
                        "format": "text/plain",
                        "value": _claim(report, names),
                    },
                ],
                "target": [_target(article, text, span) for span in report.evidence],
            }


def _claim(report: ReportPart, names: Mapping[str, str]) -> str:
    """What the report says: its fields with their values, and names in place of actors' ids."""
    fields = report.model_dump(exclude=set(_OF_ANOTHER_PLACE)).items()
    lists = {
        name: value if isinstance(value, tuple) else (value,) for name, value in fields if value is not None
    }
    return "; ".join(
        f"{name}: {', '.join(names.get(one, one) for one in values)}"
        for name, values in lists.items()
        if values
    )


def _target(article: ArticlePart, text: str, span: EvidencePart) -> dict[str, Any]:
    quoted = {
        "type": "TextQuoteSelector",
        "exact": span.exact,
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    placed = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": _address(article), "selector": [quoted, placed]}


def _address(article: ArticlePart) -> str:
    """The article's address on the web, else the page's, else its path as a relative address."""
    if article.url:
        return article.url
    return article.page if urlsplit(article.page).scheme in {"http", "https"} else quote(article.page)


def _urn(*parts: str) -> str:
    """An address that the same record always has."""
    return uuid5(NAMESPACE_URL, "\x1f".join(("dragoman", *parts))).urn
