"""`dragoman serve` as a person meets it: the address, its errors, its end."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

TOKEN = "a-token-that-is-long-enough"
Run = Callable[..., tuple[int, str, str]]


@contextmanager
def served(*words: str, **environ: str) -> Iterator[tuple[str, subprocess.Popen[str], IO[str]]]:
    """A server as a process of its own: its address, itself, and what it says after that."""
    command = [sys.executable, "-c", STARTED, "serve", "--port", "0", *words]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=os.environ | environ) as process:
        assert process.stderr is not None
        said = ""
        while not (found := re.search(r"http://\S+", said)):
            line = process.stderr.readline()
            assert line, said
            said += line
        try:
            yield said, process, process.stderr
        finally:
            process.kill()
        assert found


STARTED = (
    "import signal; from dragoman.cli import main\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it\n"
    "main()"
)


def address(said: str) -> str:
    found = re.search(r"http://\S+", said)
    assert found
    return found[0].rstrip("/")


def fetched(url: str, **options: Any) -> Any:
    """The answer, once the server has started."""
    for _ in range(100):
        try:
            with urlopen(Request(url, **options)) as answer:
                return json.load(answer)
        except HTTPError as error:
            with error:
                return json.load(error)
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent to processes on POSIX")
def test_it_says_where_it_is_serves_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    db, token = str(tmp_path / "new" / "record.sqlite"), tmp_path / "token"
    token.write_text(TOKEN + "\n")
    with served("--db", db, "--token-file", str(token)) as (said, process, errors):
        assert said.startswith(f"There is no store {db} yet: an empty one is made.\n")
        assert fetched(f"{address(said)}/api/v1/records")["total"] == 0
        judged = b'{"kind": "wrong", "record": "x", "who": "anna"}'
        headers = {"Content-Type": "application/json"}
        url = f"{address(said)}/api/v1/judgements"
        assert fetched(url, data=judged, headers=headers)["status"] == 401
        headers["Authorization"] = f"Bearer {TOKEN}"
        assert fetched(url, data=judged, headers=headers)["status"] == 404
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
        assert errors.read() == ""


def test_a_port_that_is_in_use_is_one_line_and_status_2(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        status, _, said = run("serve", "--port", port)
    assert status == 2
    assert f"port {port} is in use" in said


def test_an_address_that_cannot_be_had(run: Run) -> None:
    status, _, said = run("serve", "--host", "203.0.113.7", "--port", "0")
    assert status == 2
    assert "cannot listen on 203.0.113.7" in said


@pytest.mark.parametrize(("content", "told"), [("short", "needs 16 or more"), (None, "cannot read")])
def test_a_token_that_is_none(run: Run, tmp_path: Path, content: str | None, told: str) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_text(content)
    status, _, said = run("serve", "--token-file", str(file))
    assert status == 2
    assert told in said
    assert content is None or f"{content}" not in said.replace("characters", "")


def test_a_store_that_is_none(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Sir, this is no database. " * 100)
    status, _, said = run("serve", "--db", str(other), "--port", "0")
    assert status == 2
    assert "cannot open the store" in said
