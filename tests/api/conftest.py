"""The application over a store with a small record, in this process and on a port."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from fastapi.testclient import TestClient

from asking import BEARER, TOKEN, fill
from dragoman import api, store


@pytest.fixture
def url(store_url: str) -> str:
    """A store that a test may change."""
    with store.open(store_url) as db:
        fill(db)
    return store_url


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store that is only read."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("api") / "record.sqlite")
    else:
        url = request.getfixturevalue("server").make()
    with store.open(url) as db:
        fill(db)
    return url


@pytest.fixture(scope="session")
def client(filled: str) -> Iterator[TestClient]:
    """Asks a server that nobody may write to."""
    with TestClient(api.application(filled), base_url="http://localhost") as made:
        yield made


@pytest.fixture
def writer(url: str) -> Iterator[TestClient]:
    """Asks a server that may be written to, with the token."""
    app = api.application(url, token=TOKEN, limit=100_000)
    with TestClient(app, base_url="http://localhost", headers=BEARER) as made:
        yield made


@pytest.fixture(scope="session")
def address(filled: str) -> Iterator[str]:
    """A server on a port of this computer."""
    listening = socket.create_server(("127.0.0.1", 0))
    settings = uvicorn.Config(api.application(filled), log_level="error", access_log=False)
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
    listening.close()
