"""Settings come from the environment, then the file, then the platform."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import settings
from dragoman.errors import BadSettings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_the_default_is_a_file_among_the_users_data(file: Path) -> None:
    found = settings.load(path=file, environ={})
    assert found.database.endswith("record.sqlite")
    assert "dragoman" in found.database


def test_the_file_names_a_database(file: Path) -> None:
    file.write_text('database = "sqlite:///summit.sqlite"', encoding="utf-8")
    assert settings.load(path=file, environ={}).database == "sqlite:///summit.sqlite"


def test_the_environment_goes_before_the_file(file: Path) -> None:
    file.write_text('database = "summit.sqlite"', encoding="utf-8")
    assert settings.load(path=file, environ={"DRAGOMAN_DB": "other.sqlite"}).database == "other.sqlite"
    assert settings.load(path=file, environ={"DRAGOMAN_DB": ""}).database == "summit.sqlite"


def test_the_file_of_ones_own_actors_is_chosen_in_the_same_way(file: Path) -> None:
    assert settings.load(path=file, environ={}).actors.name == "actors.json"
    file.write_text('actors = "~/mine.json"', encoding="utf-8")
    assert settings.load(path=file, environ={}).actors == Path.home() / "mine.json"
    assert settings.load(path=file, environ={"DRAGOMAN_ACTORS": "x.json"}).actors == Path("x.json")


def test_who_judges_is_chosen_in_the_same_way(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "account")
    assert settings.load(path=file, environ={}).user == "account"
    file.write_text('user = "anna"', encoding="utf-8")
    assert settings.load(path=file, environ={}).user == "anna"
    assert settings.load(path=file, environ={"DRAGOMAN_USER": "boris"}).user == "boris"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("database = ", "cannot be read"),
        ("database = 3", "must be a text"),
        ('databse = "x"', "no setting 'databse'"),
    ],
)
def test_a_file_that_cannot_be_understood(file: Path, text: str, reason: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings, match=reason):
        settings.load(path=file, environ={})


def test_a_file_that_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match="cannot be read"):
        settings.load(path=tmp_path, environ={})


def test_actors_at_the_home_of_nobody(file: Path) -> None:
    with pytest.raises(BadSettings, match="no such user"):
        settings.load(path=file, environ={"DRAGOMAN_ACTORS": "~nobody-of-this-name/actors.json"})
