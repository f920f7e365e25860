"""plover, polecat and gdelt: what others' readers find in them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import duckdb
import pytest
from py_gdelt.lookups.cameo import CAMEOCodes
from py_gdelt.models.events import Event
from py_gdelt.parsers.events import EventsParser

import exported
from builders import FRANCE, LAVROV, MACRON, RUSSIA, account, article, meeting
from dragoman.export import gdelt, polecat
from dragoman.export.formats import Source
from dragoman.types import Block, BlockKind
from exported import MORE, NEWS, cells, one_with

Row = dict[str, str]


def _table(name: str, given: Source | None = None) -> list[Row]:
    rows = cells(exported.text(name, given or exported.everything()))
    header = rows.pop(0) if name == "polecat" else list(gdelt.COLUMNS)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_plover_has_the_manuals_fields() -> None:
    lines = [json.loads(line) for line in exported.text("plover", exported.everything()).splitlines()]
    (accused,) = [line for line in lines if line["event"] == ["ACCUSE"]]
    assert accused["date"] == "2017-07-05"
    assert accused["mode"] == ["allege"]
    assert accused["context"] == ["military", "legal"]
    assert accused["quad_code"] == 3
    assert accused["event_scale"] == -3.5
    assert accused["actor"] == [
        {"code": "RUS", "entity_text": "Russia", "identifier_id": RUSSIA.id, "identifier_text": "Russia"}
    ]
    assert [one["code"] for one in accused["recipient"]] == ["FRA"]
    assert accused["cite_info"][0]["url"] == NEWS.url
    for span, words in zip(accused["text_info"], accused["event_text"], strict=True):
        assert NEWS.text[span["start"] : span["end"]] == words


def test_plover_has_what_did_not_happen_with_its_auxiliary_mode() -> None:
    lines = [json.loads(line) for line in exported.text("plover", exported.everything()).splitlines()]
    auxiliary = {mode for line in lines for mode in line.get("context", [])}
    assert {"negation", "hypothetical", "historical"} <= auxiliary


def test_every_plover_event_has_what_the_manual_requires() -> None:
    for line in exported.text("plover", exported.everything()).splitlines():
        assert {"id", "date", "actor", "event"} <= set(json.loads(line))


def test_polecat_has_forty_columns_and_three_more() -> None:
    header = cells(exported.text("polecat", exported.everything()))[0]
    assert len(polecat.COLUMNS) == len(set(polecat.COLUMNS)) == 40
    assert header[:40] == list(polecat.COLUMNS)
    assert header[40:] == ["Article ID", "Evidence Start", "Evidence End"]


def test_polecat_has_one_row_for_each_event_that_happened() -> None:
    rows = _table("polecat")
    assert sorted(row["Event Type"] for row in rows) == sorted(
        ["CONSULT", "CONSULT", "AGREE", "AGREE", "REJECT", "ACCUSE", "ASSAULT"]
    )
    assert len({row["Event ID"] for row in rows}) == len(rows)


def test_polecat_tells_actors_and_where_the_words_stand() -> None:
    row = one_with(_table("polecat"), **{"Event Type": "ACCUSE"})
    assert (row["Actor Country"], row["Actor COW"], row["Recipient COW"]) == ("RUS", "365", "220")
    assert (row["Quad Code"], row["Contexts"]) == ("VERBAL CONFLICT", "military; legal")
    assert (row["Source"], row["Publication Date"]) == ("Riverside Gazette", "2017-07-07")
    span = slice(int(row["Evidence Start"]), int(row["Evidence End"]))
    assert (row["Article ID"], NEWS.text[span]) == (NEWS.id, "Russia accused France of delay")


def test_polecat_tells_every_report_of_an_event() -> None:
    row = one_with(_table("polecat"), **{"Event Mode": "visit"})
    spans = zip(
        *(row[name].split("; ") for name in ("Article ID", "Evidence Start", "Evidence End")), strict=True
    )
    texts = {NEWS.id: NEWS.text, MORE.id: MORE.text}
    assert {texts[id][int(start) : int(end)] for id, start, end in spans} == {
        "Lavrov met Le Drian",
        "Le Drian hosted Lavrov",
    }


def test_polecat_keeps_the_place_of_what_is_not_known_among_others() -> None:
    row = next(
        row for row in _table("polecat") if "Guterres" in row["Actor Name"] and "Hariri" in row["Actor Name"]
    )
    told = dict(zip(row["Actor Name"].split("; "), row["Actor Country"].split("; "), strict=True))
    assert told == {"António Guterres": "UNO", "Saad Hariri": "LBN"}
    sectors = dict(zip(row["Actor Name"].split("; "), row["Actor Sectors"].split("; "), strict=True))
    assert sectors == {"António Guterres": "None", "Saad Hariri": "ELI"}
    assert row["Recipient Name"] == "None"


def test_another_program_reads_polecat(tmp_path: Path) -> None:
    path = tmp_path / "events.tsv"
    path.write_text(exported.text("polecat", exported.everything()), encoding="utf-8")
    found = duckdb.sql(
        'SELECT "Event Date", "Intensity", "Latitude" FROM '
        f"read_csv('{path}', delim='\t', nullstr='None', strict_mode=true, "
        "types={'Event Date': 'DATE', 'Intensity': 'DOUBLE', 'Latitude': 'DOUBLE'}) "
        "WHERE \"Event Type\" = 'CONSULT' AND \"Event Mode\" = 'visit'"
    ).fetchall()
    assert [(str(day), score, round(latitude)) for day, score, latitude in found] == [("2017-07-05", 4.0, 49)]


def test_gdelt_has_the_columns_that_another_reader_expects() -> None:
    assert {name: number for number, name in enumerate(gdelt.COLUMNS)} == EventsParser.V2_COLUMNS
    assert all(len(row) == 61 for row in cells(exported.text("gdelt", exported.everything())))


def test_another_reader_finds_the_events_of_gdelt() -> None:
    rows = cells(exported.text("gdelt", exported.everything()))
    for row in rows:  # what is not known is empty here; this reader wants a number
        row[gdelt.COLUMNS.index("AvgTone")] = "0"
        row[gdelt.COLUMNS.index("GoldsteinScale")] = row[gdelt.COLUMNS.index("GoldsteinScale")] or "0"
    parsed = list(EventsParser().parse("\n".join("\t".join(row) for row in rows).encode()))
    assert len(parsed) == len(rows)
    events = [Event.from_raw(raw) for raw in parsed]
    (accused,) = [one for one in events if one.event_code == "1124"]
    assert (str(accused.date), accused.quad_class, accused.goldstein_scale) == ("2017-07-05", 3, -2.0)
    assert accused.actor1 is not None
    assert accused.actor2 is not None
    assert (accused.actor1.country_code, accused.actor2.country_code) == ("RUS", "FRA")
    assert accused.source_url == NEWS.url


def test_every_code_that_an_event_may_be_given_is_one_of_cameo() -> None:
    known = CAMEOCodes()
    facts = json.loads((files("dragoman") / "data" / "codes.json").read_text(encoding="utf-8"))
    given = set(re.findall(r'"(\d{3,4})"', json.dumps([facts["cameo"], facts["meetings"]]))) | {"043"}
    assert len(given) > 150
    lacking = {code for code in given if code not in known}
    assert lacking == {"1213", "1214", "183"}  # codes of CAMEO that this reader has not, 183 by a slip
    assert set(facts["goldstein"]) <= given
    assert {code: gdelt.quad_class(code) for code in given - lacking} == {
        code: known.get_quad_class(code) for code in given - lacking
    }


def test_gdelt_has_visitor_and_host_both_ways() -> None:
    rows = [row for row in _table("gdelt") if row["EventCode"] in {"042", "043"}]
    assert {(row["EventCode"], row["Actor1Name"], row["Actor2Name"]) for row in rows} == {
        ("042", "SERGEI LAVROV", "JEAN-YVES LE DRIAN"),
        ("043", "JEAN-YVES LE DRIAN", "SERGEI LAVROV"),
    }
    assert {row["Actor1Code"] for row in rows} == {"RUSGOV", "FRA"}
    assert {(row["ActionGeo_CountryCode"], row["ActionGeo_Type"]) for row in rows} == {("FR", "4")}


def test_gdelt_leaves_out_what_has_no_day_or_did_not_happen() -> None:
    rows = _table("gdelt")
    assert {row["EventRootCode"] for row in rows} == {"03", "04", "11", "12", "19"}
    assert not [row for row in rows if "HARIRI" in row["Actor1Name"]]
    assert MORE.page not in {row["SOURCEURL"] for row in rows}


def test_gdelt_numbers_are_unique_and_small_enough_for_a_double() -> None:
    numbers = [row["GLOBALEVENTID"] for row in _table("gdelt")]
    assert len(set(numbers)) == len(numbers)
    assert all(int(number) < 2**53 for number in numbers)


def test_gdelt_tells_whether_an_event_stands_in_the_first_paragraph() -> None:
    text = "Lavrov met Macron.\n\nMacron met Lavrov before."
    blocks = (Block(BlockKind.PARAGRAPH, 0, 18), Block(BlockKind.PARAGRAPH, 20, len(text)))
    told = replace(article(text, published="2017-07-07"), blocks=blocks)
    first = meeting(told, "Lavrov met Macron", LAVROV, MACRON, date="2017-07-06")
    second = meeting(told, "Macron met Lavrov", LAVROV, MACRON, date="2012-01-01")
    rows = cells(exported.text("gdelt", exported.source(account(told, first, second), told)))
    root = gdelt.COLUMNS.index("IsRootEvent")
    assert {(row[1], row[root]) for row in rows} == {("20170706", "1"), ("20120101", "0")}


def test_gdelt_pairs_all_who_meet_both_ways() -> None:
    told = article("Lavrov met Macron.", published="2017-07-07")
    many = meeting(told, "Lavrov met Macron", LAVROV, MACRON, FRANCE, form="multilateral", date="2017-07-06")
    rows = cells(exported.text("gdelt", exported.source(account(told, many), told)))
    assert len({(row[6], row[16]) for row in rows}) == 6


@pytest.mark.parametrize("name", ["polecat", "gdelt"])
def test_a_tab_or_a_line_break_of_a_text_does_not_break_a_row(name: str) -> None:
    told = article("Lavrov met Macron.", published="2017-07-07", source="The\tRiver\nPost", page="a\tb.txt")
    met = meeting(told, "Lavrov met Macron", LAVROV, MACRON, date="2017-07-06", place="Old\tTown")
    rows = cells(exported.text(name, exported.source(account(told, met), told)))
    assert len({len(row) for row in rows}) == 1


def test_gdelt_counts_an_outlet_that_prints_a_copy_among_the_articles_only() -> None:
    given = exported.everything()
    row = one_with(_table("gdelt", given), EventCode="042", Actor1Name="SERGEI LAVROV")
    assert (row["NumSources"], row["NumArticles"]) == ("2", "2")
    first, *rest = given.document.articles
    articles = (first, *(one.model_copy(update={"copy_of": first.id}) for one in rest))
    copied = replace(given, document=given.document.model_copy(update={"articles": articles}))
    row = one_with(_table("gdelt", copied), EventCode="042", Actor1Name="SERGEI LAVROV")
    assert (row["NumSources"], row["NumArticles"]) == ("1", "2")
