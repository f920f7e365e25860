"""The offices' score, on visits made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.actors.loading import load
from evaluation import __main__ as command
from evaluation import offices

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
VISITS = SHARED / "corpora" / "facts" / "history-at-state" / "visits" / "data"


def visit(day: str, state: str, visitor: str) -> str:
    return f"<visit><start-date>{day}</start-date><visitor>{visitor}</visitor><from>{state}</from></visit>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    visits = [
        visit("2014-03-17", "Ireland", "Prime Minister Enda\n Kenny"),
        visit("2014-03-17", "Ireland", "Taoiseach Brigid Nobody"),
        visit("2019-07-01", "Congo, Democratic Republic of", "President F&#xE9;lix Antoine Tshisekedi"),
        visit("2012-11-27", "Mexico", "President-elect Enrique Pena Nieto"),
        visit("2014-03-17", "Ireland", "Sheikh Enda Kenny"),
        visit("2014-03-17", "Ruritania", "King Rudolf"),
        visit("1989-03-17", "Ireland", "Prime Minister Charles Haughey"),
        visit("2015-05-01", "Spain", "Crown Prince Felipe"),
    ]
    path = tmp_path / "2010.xml"
    path.write_text(f"<visits>{''.join(visits)}</visits>", encoding="utf-8")
    return path


def test_visits_before_1990_are_left_out(page: Path) -> None:
    assert [v.day[:4] for v in offices.read(page)] == ["2014", "2014", "2019", "2012", "2014", "2014", "2015"]


def test_right_is_of_those_that_the_registry_answers(page: Path) -> None:
    assert offices.score([page]) == {"right": 0.6667, "reach": 0.75, "visits": 4}


def test_what_is_wrong_is_shown_with_whom_the_registry_gives(page: Path) -> None:
    found = [(v.visitor, known.name if known else None) for v, known in offices.wrong([page])]
    assert found == [("Taoiseach Brigid Nobody", "Enda Kenny"), ("Crown Prince Felipe", None)]


def test_a_file_without_visits_scores_nothing(tmp_path: Path) -> None:
    path = tmp_path / "empty.xml"
    path.write_text("<visits/>", encoding="utf-8")
    assert offices.score([path]) == {"right": 0.0, "reach": 0.0, "visits": 0}


@pytest.mark.parametrize(
    ("written", "person", "same"),
    [
        ("Carlos Mauricio Funes", "mauricio-funes", True),
        ("Binyamin Netanyahu", "benjamin-netanyahu", True),
        ("Abdullah II", "king-abdullah-ii", True),
        ("Serge Sarkisian", "serzh-sargsyan", True),
        ("Enda Kenny", "mauricio-funes", False),
    ],
)
def test_a_name_in_another_spelling_is_the_same_person(written: str, person: str, *, same: bool) -> None:
    known = load().people[f"person:{person}"]
    assert offices.is_person(written, known) is same


def test_the_command_prints_the_scores(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["offices", str(page), "--json"]) == 0
    assert '"reach": 0.75' in capsys.readouterr().out


@pytest.mark.corpora
@pytest.mark.skipif(not VISITS.exists(), reason="shared/corpora is not there")
def test_the_registry_knows_who_came() -> None:
    scores = offices.score([VISITS / f"{year}.xml" for year in (1990, 2000, 2010, 2020)])
    assert scores["right"] >= 0.95
    assert scores["reach"] >= 0.95
