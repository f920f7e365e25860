"""What is answered: documents, pages, articles, actors, analyses."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from builders import FRANCE, LAVROV
from dragoman import store
from dragoman.analysis import agenda, positions, sides, timeline
from dragoman.export import document
from dragoman.export.document import Document
from dragoman.query import KINDS, parse
from stored import PARIS, UNDATED

V1 = "/api/v1"


def ask(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.get(f"{V1}/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.json()


def test_a_page_is_a_document_of_the_record(client: TestClient, filled: str) -> None:
    page = ask(client, "records")
    own = {name: page.pop(name) for name in ("ids", "total", "next", "more")}
    with store.open(filled) as db:
        whole = document.make(db.find())
    assert Document.model_validate(page) == whole
    assert own["total"] == len(own["ids"]) == 4
    assert own["next"] is None
    assert own["more"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_list(client: TestClient, filled: str, kind: str) -> None:
    page = ask(client, f"{kind}s")
    with store.open(filled) as db:
        assert set(page["ids"]) == db.ids(parse(f"kind:{kind}"))
    assert [one["id"] for one in page[f"{kind}s"]] == page["ids"]


def test_pages_joined_are_the_whole(client: TestClient) -> None:
    whole = ask(client, "records")["ids"]
    ids: list[str] = []
    after = None
    while True:
        page = ask(client, "records", limit=1, **({"after": after} if after else {}))
        ids += page["ids"]
        after = page["next"]
        if after is None:
            break
    assert ids == whole


def test_a_query_chooses(client: TestClient) -> None:
    assert ask(client, "records", q="kind:meeting with:FRA")["total"] == 1
    assert ask(client, "statements", q="about:syria")["total"] == 1
    assert ask(client, "meetings", q="about:syria")["total"] == 0


def test_one_record_with_its_reports(client: TestClient) -> None:
    (id,) = ask(client, "meetings")["ids"]
    whole = ask(client, f"meetings/{id}")
    assert [one["id"] for one in whole["meetings"]] == [id]
    assert len(whole["meetings"][0]["reports"]) == 3
    assert ask(client, f"records/{id}") == whole
    few = ask(client, f"meetings/{id}", reports=1)
    left = len(few["meetings"][0]["reports"])
    assert few["more"] == [{"record": id, "reports": 3 - left}]
    assert few["meetings"][0]["date"] == whole["meetings"][0]["date"]
    assert client.get(f"{V1}/events/{id}").status_code == 404


def test_an_article_with_its_text_and_where_its_claims_stand(client: TestClient) -> None:
    made = ask(client, f"articles/{PARIS.id}")
    assert made["text"] == PARIS.text
    assert made["article"] == PARIS.id
    (said,) = (one for one in made["spans"] if one["role"] == "cue")
    assert PARIS.text[said["start"] : said["end"]] == "said"
    assert {one["record"] for one in made["spans"]} == {
        one["id"] for kind in KINDS for one in made[f"{kind}s"]
    }
    for kind in KINDS:
        for one in made[f"{kind}s"]:
            assert PARIS.id in {report["article"] for report in one["reports"]}


def test_articles_are_listed_the_newest_first(client: TestClient) -> None:
    page = ask(client, "articles")
    assert [one["published"] for one in page["articles"]] == ["2017-07-08", "2017-07-07", None]
    first = ask(client, "articles", limit=1)
    second = ask(client, "articles", limit=1, after=first["next"])
    assert [*first["articles"], *second["articles"]] == page["articles"][:2]
    assert [one["id"] for one in ask(client, "articles", q="kind:event")["articles"]] == [UNDATED.id]


def test_actors_by_name_and_by_id(client: TestClient) -> None:
    (found,) = ask(client, "actors", name="lavrov")["actors"]
    assert (found["id"], found["whole"]) == (LAVROV.id, True)
    made = ask(client, f"actors/{LAVROV.id}")
    assert made["actor"]["offices"][0]["title"] == "foreign minister"
    assert {one["value"]: one["records"] for one in made["facets"]["kinds"]} == {
        "meeting": 1,
        "statement": 1,
        "relation": 1,
    }


def test_facets(client: TestClient) -> None:
    made = ask(client, "facets", q="kind:event")
    assert {one["value"] for one in made["countries"]} == {"FRA", "RUS"}
    assert FRANCE.id in {one["value"] for one in made["actors"]}


def test_analyses_are_those_of_the_command_line(client: TestClient, filled: str) -> None:
    with store.open(filled) as db:
        one, other = sides.find("Lavrov", db), sides.find("Le Drian", db)
        between = dumped(timeline.find(db, [one, other]))
        compared = dumped(positions.find(db, one, other))
        planned = dumped(agenda.find(db, today="2017-07-01"))
    assert ask(client, "timeline", actor=["Lavrov", "Le Drian"]) == between
    assert ask(client, "positions", one="Lavrov", other="Le Drian") == compared
    assert ask(client, "agenda", today="2017-07-01") == planned


def dumped(answer: Any) -> Any:
    return answer.model_dump(mode="json")


def test_news_of_a_day(client: TestClient) -> None:
    assert ask(client, "news", since="2017-07-08", published="true")["articles"]
    assert ask(client, "news", since="2999-01-01")["articles"] == []


def test_stories_page_by_page_and_one(client: TestClient) -> None:
    page = ask(client, "stories")
    assert page["total"] == len(page["stories"])
    id = page["stories"][0]["id"]
    assert ask(client, f"stories/{id}")["stories"] == page["stories"][:1]


def test_what_reports_disagree_on(client: TestClient) -> None:
    page = ask(client, "discrepancies")
    assert page["total"] == 1
    assert {one["field"] for one in page["discrepancies"]} >= {"place"}


def test_the_judgements(client: TestClient) -> None:
    (made,) = ask(client, "judgements")["judgements"]
    assert (made["number"], made["kind"], made["rests"]) == (1, "same", True)
