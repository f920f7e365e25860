"""The pages served on a free port, and a real browser to look at them with."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, Playwright

from dragoman import api

Open = Callable[..., Page]
"""Opens a page of an address in a context of its own."""


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Serve a store; gives its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(api.application(str(path)), log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    listening.close()


def find() -> str | None:
    """The path of a browser: that of DRAGOMAN_BROWSER, else Chromium or Chrome; None without one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("DRAGOMAN_BROWSER") or next(filter(None, map(shutil.which, names)), None)


def launch(playwright: Playwright, path: str) -> Browser:
    """Start a browser. Root has to do without its sandbox."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=arguments)
