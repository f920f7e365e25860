"""Web annotations: JSON-LD that keeps all it says, and selectors that find the words."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

import exported
from builders import LAVROV, MACRON, account, article, meeting
from dragoman.export import webannotation
from exported import MORE, NEWS

OA, AS, DC = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://purl.org/dc/elements/1.1/",
)

VOCABULARY = {
    "id": "@id",
    "type": "@type",
    **{
        name: OA + name
        for name in (
            "Annotation",
            "TextualBody",
            "SpecificResource",
            "TextQuoteSelector",
            "TextPositionSelector",
        )
    },
    "AnnotationCollection": AS + "OrderedCollection",
    "AnnotationPage": AS + "OrderedCollectionPage",
    "total": AS + "totalItems",
    "first": {"@id": AS + "first", "@type": "@id"},
    "startIndex": AS + "startIndex",
    "items": {"@id": AS + "items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": OA + "motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": OA + "hasPurpose", "@type": "@vocab"},
    **{name: OA + name for name in ("describing", "tagging", "exact", "prefix", "suffix", "start", "end")},
    "body": {"@id": OA + "hasBody", "@type": "@id"},
    "target": {"@id": OA + "hasTarget", "@type": "@id"},
    "source": {"@id": OA + "hasSource", "@type": "@id"},
    "selector": {"@id": OA + "hasSelector", "@type": "@id"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": DC + "format",
}
"""What the context gives the words that we use for: the Web Annotation Vocabulary, appendix A."""


def _loader(url: str, _: object) -> dict[str, Any]:
    assert url == webannotation.CONTEXT
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": VOCABULARY}}


def _made() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(exported.text("webannotation", exported.everything()))
    return made


def test_there_is_one_annotation_for_each_report() -> None:
    document = exported.everything().document
    records = (
        document.statements,
        document.meetings,
        document.events,
        document.relations,
        document.alignments,
    )
    reports = sum(len(part.reports) for parts in records for part in parts)
    made = _made()
    assert made["total"] == len(made["first"]["items"]) == reports
    assert len({one["id"] for one in made["first"]["items"]}) == reports


def test_a_reader_of_json_ld_finds_all_that_it_says() -> None:
    options = {"documentLoader": _loader, "base": "https://example.org/"}
    expanded = jsonld.expand(_made(), options)
    back = jsonld.compact(expanded, webannotation.CONTEXT, {**options, "compactArrays": True})
    assert back == jsonld.compact(_made(), webannotation.CONTEXT, options)
    assert _keys(_made()) == _keys(back)


def _keys(value: object) -> set[str]:
    """Every key at any depth: what a context does not know is dropped when it is read."""
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_both_selectors_find_the_words() -> None:
    texts = {NEWS.url: NEWS.text, MORE.page: MORE.text}
    for annotation in _made()["first"]["items"]:
        for target in annotation["target"]:
            text = texts[target["source"]]
            quoted, placed = target["selector"]
            assert text[placed["start"] : placed["end"]] == quoted["exact"]
            around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
            assert text.index(around) + len(quoted["prefix"]) == placed["start"]


def test_the_body_tells_the_claim() -> None:
    bodies = [[body["value"] for body in one["body"]] for one in _made()["first"]["items"]]
    assert [
        "statement",
        "kind: direct; speakers: Jean-Yves Le Drian; addressee: Sergei Lavrov; topics: Syria",
    ] in bodies


@given(st.text(min_size=0, max_size=80), st.text(min_size=1, max_size=40), st.text(max_size=80))
def test_offsets_are_code_points_whatever_the_text(before: str, words: str, after: str) -> None:
    told = article(before + words + after)
    met = meeting(told, words, LAVROV, MACRON, date="2017-07-06")
    made = json.loads(exported.text("webannotation", exported.source(account(told, met), told)))
    (annotation,) = made["first"]["items"]
    (target,) = annotation["target"]
    quoted, placed = target["selector"]
    assert told.text[placed["start"] : placed["end"]] == quoted["exact"] == words
    assert len(quoted["prefix"]) <= 32 >= len(quoted["suffix"])


def test_a_path_is_a_relative_address() -> None:
    told = article("Lavrov met Macron.", page="news/paris report.txt")
    met = meeting(told, "Lavrov met", LAVROV, MACRON)
    assert '"source": "news/paris%20report.txt"' in exported.text(
        "webannotation", exported.source(account(told, met), told)
    )
