"""What is PostgreSQL's own."""

from __future__ import annotations

import logging
import traceback
from importlib.util import find_spec

import pytest

from databases import PASSWORD, SHOWN_AS, Server
from dragoman import store
from dragoman.errors import StoreUnavailable
from dragoman.export import document
from dragoman.store import opening, postgresql, schema
from dragoman.types import Outcome
from stored import PARIS, UNDATED, WITHOUT_STORIES, paris, put, undated

NOT_IN_ORDER = """
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
    AND table_name <> 'words'
"""


@pytest.fixture
def url(server: Server) -> str:
    return server.make()


def failure(url: str) -> str:
    with pytest.raises(StoreUnavailable) as caught:
        store.open(url)
    told = "".join(traceback.format_exception(caught.value))
    assert not any(secret in told for secret in (PASSWORD, SHOWN_AS, "ss:w", "hunter2"))
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("tester:", "tester:hunter2", "password authentication failed"),
        ("tester:", "nobody:", "password authentication failed"),
        ("127.0.0.1:", "127.0.0.1:1", "port"),
        ("/store", "/none", "does not exist; make it with: createdb --encoding UTF8 -T template0 none"),
        (SHOWN_AS, PASSWORD, "%40"),
        (SHOWN_AS, "hunter2@more", "%40"),
        ("127.0.0.1", "no.such.host.invalid", "resolve"),
        ("postgresql", "postgresql+psycopg2", "not a database that this version can use"),
        ("127.0.0.1", "[::1", "no database URL"),
        (f":{SHOWN_AS}@127.0.0.1:", "@127.0.0.1:1?password=hunter2&x=", "."),
    ],
)
def test_says_what_is_wrong_and_never_the_password(
    url: str, old: str, new: str, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert reason in failure(url.replace(old, new))
    assert PASSWORD not in caplog.text
    assert "hunter2" not in caplog.text


def test_a_server_that_is_not_there() -> None:
    assert "no answer from the server at 127.0.0.1" in failure("postgresql://me:hunter2@127.0.0.1:9/x")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:secret@host/db", "postgresql://me:***@host/db"),
        ("postgresql://me:se:cr@e/t@host/db", "postgresql://me:***@host/db"),
        (
            "postgresql://me@host/db?password=secret&sslmode=require",
            "…me@host/db?password=***&sslmode=require",
        ),
        ("postgresql://host/db?sslpassword=secret", "postgresql://host/db?sslpassword=***"),
        ("postgresql://me@host:5432/db", "postgresql://me@host:5432/db"),
        ("sqlite:////home/me/record.sqlite", "sqlite:////home/me/record.sqlite"),
        ("a@b:c/record.sqlite", "a@b:c/record.sqlite"),
    ],
)
def test_a_url_is_shown_without_its_password(url: str, shown: str) -> None:
    assert opening.shown(url) == shown.replace("…", "postgresql://")


def test_a_store_does_not_know_its_password(url: str) -> None:
    with store.open(url) as db:
        assert SHOWN_AS not in db.url
        assert db.url.startswith("postgresql://tester:***@")


def test_says_what_to_install(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "find_spec", lambda name: None if name == "psycopg" else find_spec(name))
    assert "pip install 'dragoman[postgres]'" in failure(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_takes_every_form_of_the_url(url: str, scheme: str) -> None:
    with store.open(url.replace("postgresql", scheme)) as db:
        assert db.outcomes() == ()


def test_a_database_that_cannot_keep_all_letters(server: Server) -> None:
    server.say("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    assert "its encoding is LATIN1" in failure(server.url("latin"))


def test_a_database_of_another_program(server: Server, url: str) -> None:
    server.say("CREATE TABLE theirs (id int)", url)
    assert "database of another program" in failure(url)


def test_a_store_of_a_later_version(server: Server, url: str) -> None:
    store.open(url).close()
    server.say(f"UPDATE schema_version SET version = {schema.VERSION + 1}", url)
    assert "later version" in failure(url)


def test_texts_sort_as_in_python(url: str) -> None:
    import psycopg

    store.open(url).close()
    with psycopg.connect(url) as connection:
        assert connection.execute(NOT_IN_ORDER).fetchall() == []


def test_a_connection_that_the_server_has_closed_is_made_anew(server: Server, url: str) -> None:
    with store.open(url) as db:
        server.say(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()",
            url,
        )
        assert db.outcomes() == ()


def test_who_does_not_get_his_turn_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg

    monkeypatch.setattr(postgresql, "_PATIENCE", "50ms")
    with store.open(url) as db, psycopg.connect(url) as holder:
        holder.execute(f"SELECT pg_advisory_xact_lock({postgresql._TURN})")
        with pytest.raises(StoreUnavailable, match="another program has been writing to it for 50ms"):
            db.conclude(Outcome("x"))
        assert db.outcomes() == ()


def test_an_older_store_becomes_one_of_today(server: Server, url: str) -> None:
    """None as old was ever in PostgreSQL; the steps of later versions will be taken there."""
    with store.open(url) as db:
        put(db, PARIS, *paris())
        put(db, UNDATED, *undated())
        expected = document.make(db.find())
    server.say(WITHOUT_STORIES, url)
    with store.open(url) as db:
        assert document.make(db.find()) == expected
        assert len(db.stories()) == 2


def test_who_may_only_read_reads(server: Server, url: str) -> None:
    store.open(url).close()
    server.say("CREATE ROLE reader LOGIN PASSWORD 'hunter2'")
    server.say("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", url)
    theirs = url.replace(f"tester:{SHOWN_AS}", "reader:hunter2")
    with store.open(theirs, writes=False) as db:
        assert db.find().records == ()
        with pytest.raises(StoreUnavailable, match="permission denied"):
            db.conclude(Outcome("x"))
