"""`dragoman stories`: what a person sees of stories, and how they are put right."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import snapshots
from builders import LAVROV, article, statement
from dragoman import store
from dragoman.analysis import schema
from dragoman.analysis.stories import Stories
from stored import put
from test_stories import QUAKE, QUAKE_TOO, VOTE

SHOWN = Path(__file__).parent / "shown"

Run = Callable[..., tuple[int, str, str]]

FIRST = article(
    QUAKE, published="2017-07-07", page="a.txt", source="Harbour Wire", title="Quake hits Bishkunar"
)
NEXT = article(QUAKE_TOO, published="2017-07-08", page="b.txt", source="Gazette", title="Tents for Bishkunar")
OTHER = article(
    f"{VOTE} “It is a shame,” Lavrov said.",
    published="2017-07-08",
    page="c.txt",
    source="Gazette",
    title="No fish",
)
UNDATED = article("Nothing happened.", page="d.txt")


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Run:
    """Calls a command over three stories."""
    with store.open(str(tmp_path / "record.sqlite")) as db:
        for of in (FIRST, NEXT, UNDATED):
            put(db, of)
        put(db, OTHER, statement(OTHER, "It is a shame,", LAVROV, topics=("fish",)))
    return run


def groups(ask: Run) -> list[list[str]]:
    found = json.loads(ask("stories", "--json")[1])["stories"]
    return [[one["page"] for one in story["reports"]] for story in found]


def id_of(ask: Run, page: str) -> str:
    found = json.loads(ask("stories", "--json")[1])["stories"]
    (id,) = (story["id"] for story in found if page in {one["page"] for one in story["reports"]})
    return str(id)


def test_the_newest_comes_first_with_its_outlets(ask: Run) -> None:
    status, shown, said = ask("stories")
    assert (status, said) == (0, "")
    snapshots.check(SHOWN / "stories.txt", shown)
    snapshots.check(SHOWN / "story.txt", ask("stories", "show", id_of(ask, "a.txt"))[1])


def test_a_query_chooses_and_json_fits_its_schema(ask: Run) -> None:
    found = json.loads(ask("stories", "about:fish", "--json")[1])
    assert [story["title"] for story in found["stories"]] == ["No fish"]
    (path,) = [path for path, model in schema.SCHEMAS.items() if model is Stories]
    jsonschema.validate(found, json.loads(path.read_text(encoding="utf-8")))
    assert ask("stories", "about:nothing")[2] == "Nothing found for about:nothing.\n"


def test_split_and_join_hold_and_say_who_and_why(ask: Run, tmp_path: Path) -> None:
    assert sorted(groups(ask)) == [["a.txt", "b.txt"], ["c.txt"], ["d.txt"]]
    ask("stories", "split", id_of(ask, "a.txt"), FIRST.id, "--by", "Jane Roe", "--why", "another quake")
    assert sorted(groups(ask)) == [["a.txt"], ["b.txt"], ["c.txt"], ["d.txt"]]
    ask("stories", "join", id_of(ask, "c.txt"), id_of(ask, "a.txt"), "--by", "Jane Roe")
    assert sorted(groups(ask)) == [["a.txt", "c.txt"], ["b.txt"], ["d.txt"]]
    with sqlite3.connect(tmp_path / "record.sqlite") as db:
        kept = db.execute("SELECT article, who, why FROM story_judgements ORDER BY number").fetchall()
    assert (FIRST.id, "Jane Roe", "another quake") in kept
    with store.open(str(tmp_path / "record.sqlite")) as opened:
        for of in (FIRST, NEXT, OTHER):
            put(opened, of)
    assert sorted(groups(ask)) == [["a.txt", "c.txt"], ["b.txt"], ["d.txt"]]


def test_what_is_withdrawn_is_as_if_it_had_never_been(ask: Run) -> None:
    before = groups(ask)
    ask("stories", "split", id_of(ask, "b.txt"), NEXT.id, "--by", "Jane Roe", "--why", "another quake")
    ask("stories", "join", id_of(ask, "c.txt"), id_of(ask, "b.txt"), "--by", "John Doe")
    listed = json.loads(ask("stories", "decisions", "--json")[1])["decisions"]
    assert [(one["who"], one["why"]) for one in listed] == [("Jane Roe", "another quake"), ("John Doe", "")]
    shown = re.sub(r"[0-9a-f]{12}|, \d+ \w+ \d+", "", ask("stories", "decisions")[1])
    assert shown == "1  1 to story-, 1 to story-  Jane Roe: another quake\n3  2 to story-  John Doe\n"
    assert ask("stories", "withdraw", "3")[::2] == (0, "Decision 3 is withdrawn.\n")
    assert len(groups(ask)) == 4
    ask("stories", "withdraw", "1")
    assert groups(ask) == before
    listed = json.loads(ask("stories", "decisions", "--json")[1])["decisions"]
    assert all(one["withdrawn"] for one in listed)
    assert "story" not in {one["what"] for one in json.loads(ask("verify", "--json")[1])["faults"]}


def test_verify_finds_an_article_in_the_wrong_story(ask: Run, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "record.sqlite") as db:
        db.execute("UPDATE articles SET story = 'story-elsewhere' WHERE id = ?", (NEXT.id,))
    faults = [one for one in json.loads(ask("verify", "--json")[1])["faults"] if one["what"] == "story"]
    assert NEXT.id in {one["id"] for one in faults}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "xyz"), "cannot tell which story 'xyz' is: there is none"),
        (("show", "story-"), "cannot tell which story 'story-' is: several begin so"),
        (("split", "A", FIRST.id, NEXT.id), "no report would be left in it"),
        (("split", "A", "nothing"), "'nothing' is none of its reports"),
        (("join", "A"), "name two stories or more"),
        (("withdraw", "7"), "there is no decision 7 to withdraw"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(ask: Run, words: tuple[str, ...], said: str) -> None:
    given = [id_of(ask, "a.txt") if word == "A" else word for word in words]
    status, shown, errors = ask("stories", *given)
    assert (status, shown) == (2, "")
    assert re.search(re.escape(said), errors)
    assert "Traceback" not in errors
