"""A document built by hand from the examples, so that rendering is tested without the pipeline."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from dragoman.export.document import Document

ROOT = Path(__file__).parents[2]

ARTICLES = {
    "wire": ("harbour-wire-paris.txt", "Harbour Wire", "2017-07-06", "France and Russia close ranks"),
    "courier": ("bosphorus-courier-paris.txt", "Bosphorus Courier", "2017-07-07", "Le Drian and Lavrov look"),
    "donau": ("donaupost-minsk.txt", "Donaupost International", "2015-02-13", "Sixteen hours in Minsk"),
    "minsk": ("harbour-wire-minsk.txt", "Harbour Wire", "2015-02-12", "Leaders agree Ukraine truce"),
    "riviera": ("riviera-reader.txt", None, None, None),
}


def part_of(article: str, words: str) -> dict[str, Any]:
    """Evidence: these words where the example has them, whatever its line breaks."""
    text = (ROOT / "examples" / ARTICLES[article][0]).read_text(encoding="utf-8")
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    assert found, f"{article} does not say: {words}"
    return {"article": article, "start": found.start(), "end": found.end(), "exact": found[0]}


def _article(id: str) -> dict[str, Any]:
    file, source, published, title = ARTICLES[id]
    text = (ROOT / "examples" / file).read_text(encoding="utf-8")
    return {
        "id": id, "page": f"examples/{file}", "url": None, "source": source, "title": title,
        "published": published, "language": "en", "characters": len(text),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }  # fmt: skip


def _person(
    id: str, name: str, country: str, *offices: tuple[str, str, str | None, str | None]
) -> dict[str, Any]:
    return {
        "id": id, "name": name, "names": [name, name.partition(" ")[2]], "kind": "person", "country": country,
        "offices": [{"title": t, "of": of, "since": since, "until": until} for t, of, since, until in offices],
    }  # fmt: skip


def _statement(id: str, *reports: tuple[str, str, str], **fields: Any) -> dict[str, Any]:
    record = {"speakers": [], "addressee": [], "topics": [], "said_on": None, "place": None, **fields}
    return {"id": id, **record, "reports": [_said(record, *report) for report in reports]}


def _said(record: dict[str, Any], article: str, kind: str, words: str) -> dict[str, Any]:
    content = [part_of(article, piece) for piece in words.split(" | ")]
    mine = {
        "article": article,
        "evidence": content,
        "content": content,
        "kind": kind,
        "cue": None,
        "source": None,
    }
    return {**record, **mine}


def _meeting(id: str, *reports: tuple[str, str, dict[str, Any]], **fields: Any) -> dict[str, Any]:
    record = {"form": "meeting", "status": "held", "date": None, "place": None, "topics": [], **fields}
    return {
        "id": id, **record,
        "reports": [
            {**record, **own, "article": article, "evidence": [part_of(article, w) for w in words.split(" | ")]}
            for article, words, own in reports
        ],
    }  # fmt: skip


MEETINGS = [
    _meeting(
        "paris",
        ("wire", "left a meeting in the French capital | Jean-Yves Le Drian received Sergei Lavrov", {}),
        ("courier", "they met in Paris on Thursday | The two men also talked about Ukraine.", {}),
        participants=["le-drian", "lavrov"], date="2017-07-06", place="Paris",
        topics=["terrorism", "Syria", "Ukraine"],
    ),
    _meeting(
        "moscow",
        ("wire", "Le Drian travelled to Moscow in June", {}),
        participants=["le-drian", "lavrov"], form="visit", date="2017-06", place="Moscow",
    ),
    _meeting(
        "minsk",
        ("minsk", "Vladimir Putin, Petro Poroshenko, Angela Merkel and Francois Hollande met", {"date": "2015-02-11"}),
        ("donau", "Russian President Vladimir Putin met on Thursday", {}),
        participants=["putin", "merkel", "ukraine"], form="multilateral", date="2015-02-12", place="Minsk",
    ),
    _meeting(
        "bregancon",
        ("riviera", "would be held at the Fort de Brégançon on August 19th", {}),
        participants=["macron", "putin"], status="planned", date="2019-08-19", place="Brégançon",
    ),
    _meeting(
        "call",
        ("riviera", "They had already talked by telephone", {}),
        participants=["macron", "iran"], form="call",
    ),
]  # fmt: skip

STATEMENTS = [
    _statement(
        "enemy",
        ("wire", "direct", "Terrorism is our enemy number one, and everything else has to wait until it is beaten"),
        ("courier", "direct", "International terrorism is our enemy number one, and to defeat it we must put "
         "everything else aside"),
        speakers=["lavrov"], said_on="2017-07-06", topics=["terrorism"],
    ),
    _statement(
        "peace",
        ("wire", "indirect", "France and Russia wanted the same thing in Syria: peace"),
        speakers=["le-drian"], said_on="2017-07-06",
    ),
    _statement(
        "weapons",
        ("courier", "direct", "We are both resolutely opposed to the use of chemical weapons | The task now is to "
         "make sure that the Syrian arsenal is destroyed for good."),
        ("wire", "mixed", 'Both countries | were "firmly opposed" to any use of chemical arms'),
        speakers=["le-drian"], said_on="2017-07-06",
    ),
    _statement(
        "night",
        ("donau", "direct", "This was not the best night of my life, but the morning, I think, is a good one"),
        speakers=["putin"], said_on="2015-02-12",
    ),
    _statement(
        "problem",
        ("courier", "indirect", "no great problem could be solved without talking to Russia"),
        speakers=["macron"], said_on="2017-05-29",
    ),
    _statement(
        "commitments",
        ("riviera", "indirect", "his country would go on reducing its commitments"),
        speakers=["iran"], addressee=["macron"], said_on="2019-07-30",
    ),
]  # fmt: skip

ALIGNMENTS = [
    {
        "id": "attack", "parties": ["france", "russia"], "kind": "differ", "issue": "the attack on Khan Sheikhun",
        "reports": [{
            "article": "wire", "parties": ["france", "russia"], "kind": "differ", "issue": "the attack",
            "evidence": [part_of("wire", "Paris and Moscow disagree about the attack")],
        }],
    },
    {
        "id": "debaltseve", "parties": ["ukraine", "iran"], "kind": "differ", "issue": "the town of Debaltseve",
        "reports": [{
            "article": "donau", "parties": ["ukraine", "iran"], "kind": "differ", "issue": "Debaltseve",
            "evidence": [part_of("donau", "Kiev and Moscow disagree")],
        }],
    },
]  # fmt: skip

EVENTS = [
    {
        "id": "warned", "type": "ACCUSE", "mode": None, "contexts": [], "actors": ["putin"], "recipients": ["ukraine"],
        "date": "2015-02-12", "place": "Minsk", "status": "asserted", "attributed_to": [],
        "reports": [{
            "article": "minsk", "type": "ACCUSE", "mode": None, "contexts": [], "actors": ["putin"],
            "recipients": ["ukraine"], "date": "2015-02-12", "place": "Minsk", "status": "asserted",
            "attributed_to": [], "evidence": [part_of("minsk", "he put much of the blame")],
        }],
    },
]  # fmt: skip

RELATIONS = [
    {
        "id": "office", "subject": "lavrov", "predicate": "holds_office", "object": "foreign minister of Russia",
        "since": "2004", "until": None,
        "reports": [{
            "article": "courier", "subject": "lavrov", "predicate": "holds_office", "object": "foreign minister",
            "since": "2004", "until": None,
            "evidence": [part_of("courier", "who has been foreign minister since 2004")],
        }],
    },
]  # fmt: skip


@pytest.fixture
def values() -> dict[str, Any]:
    """The JSON of a record of five examples."""
    return {
        "version": "1",
        "articles": [_article(id) for id in ARTICLES],
        "actors": [
            _person("le-drian", "Jean-Yves Le Drian", "FRA", ("foreign minister", "France", "2017", None)),
            _person("lavrov", "Sergei Lavrov", "RUS", ("foreign minister", "Russia", "2004", None)),
            _person("putin", "Vladimir Putin", "RUS", ("president", "Russia", "2012", None)),
            _person("merkel", "Angela Merkel", "DEU", ("chancellor", "Germany", "2005", "2021")),
            _person("macron", "Emmanuel Macron", "FRA", ("French president", None, "2017", None)),
            {"id": "france", "name": "France", "names": ["Paris"], "kind": "state", "country": "FRA", "offices": []},
            {"id": "russia", "name": "Russia", "names": ["Moscow"], "kind": "state", "country": "RUS", "offices": []},
            {"id": "iran", "name": "Iran", "names": ["Tehran"], "kind": "state", "country": "IRN", "offices": []},
            {"id": "ukraine", "name": "Ukraine", "names": ["Kiev"], "kind": "state", "country": "UKR", "offices": []},
        ],
        "statements": STATEMENTS,
        "meetings": MEETINGS,
        "events": EVENTS,
        "relations": RELATIONS,
        "alignments": ALIGNMENTS,
        "discrepancies": [
            {
                "record": "minsk", "field": "date",
                "values": [
                    {"value": "2015-02-11", "article": "minsk"},
                    {"value": "2015-02-12", "article": "donau"},
                ],
            },
        ],
    }  # fmt: skip


@pytest.fixture
def document(values: dict[str, Any]) -> Document:
    """The record of five examples as a document."""
    return Document.model_validate(values)
