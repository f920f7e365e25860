"""`dragoman serve`: open the record as web pages and as an API."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli import options

if TYPE_CHECKING:
    from fastapi import FastAPI

TOKEN = "DRAGOMAN_TOKEN"  # noqa: S105 - the name of a variable
"""The environment variable that holds the token."""

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""The addresses that only this computer can reach."""

SHORTEST = 16
"""So many characters a token has at least."""

EXAMPLES = """\b
Examples:
  dragoman serve
  dragoman serve --port 9000 --open
  dragoman serve --token-file ~/.dragoman-token
  dragoman serve --host 0.0.0.0 --allow-host desk.example.org"""


@click.command("serve", short_help="Open the record as web pages and an API.", epilog=EXAMPLES)
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True,
              help="The address to listen on; any other can be reached from other computers.")  # fmt: skip
@click.option("--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="The port to listen on; 0 takes one that is free.")  # fmt: skip
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option("--token-file", metavar="FILE", type=click.Path(path_type=Path),
              help="A file that holds the token with which the API may be written to; otherwise "
              f"{TOKEN}. Without a token the API is read-only.")  # fmt: skip
@click.option("--allow-host", "hosts", metavar="NAME", multiple=True,
              help="A name, besides localhost and --host, by which the server may be addressed.")  # fmt: skip
@options.database
def command(
    *, host: str, port: int, opens: bool, token_file: Path | None, hosts: tuple[str, ...], db: str | None
) -> None:
    """Open the record as web pages, and as an API under /api/v1/ (see docs/api.md).

    Only this computer can reach it, unless --host names another address. Anybody who can reach it can read
    the record: put a server that asks who it is before it, where that matters. Ctrl-C ends it.
    """
    url = _database(db)
    token = _token(token_file)
    _tell_if_new(url)
    listening = _listen(host, port)
    try:
        from dragoman import api

        app = api.application(url, token=token, hosts=(*hosts, _written(host)))
        _run(app, listening, host, opens=opens)
    finally:
        listening.close()


def _database(db: str | None) -> str:
    from dragoman import settings

    return db or settings.load().database


def _token(file: Path | None) -> str | None:
    """The token, None where there is none; it is never told.

    Raises:
        UsageError: the file cannot be read, or what it holds is too short.
    """
    found = os.environ.get(TOKEN, "")
    if file is not None:
        try:
            found = file.expanduser().read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not text in UTF-8"
            raise click.UsageError(f"cannot read the token file {file}: {reason.lower()}") from error
    token = found.strip()
    if len(token) < SHORTEST and (token or file):
        raise click.UsageError(
            f"the token has {len(token)} characters and needs {SHORTEST} or more; "
            "python -c 'import secrets; print(secrets.token_urlsafe())' makes one"
        )
    return token or None


def _tell_if_new(url: str) -> None:
    """Say that a store is made, where a path leads to none."""
    if "://" not in url and not Path(url).exists():
        click.echo(f"There is no store {url} yet: an empty one is made.", err=True)


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens.

    Raises:
        UsageError: the address cannot be had.
    """
    with ExitStack() as unless_it_listens:
        try:
            family, kind, protocol, *_ = socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)[0]
            listening = unless_it_listens.enter_context(socket.socket(family, kind, protocol))
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((host, port))
            listening.listen()  # who asks before it is ready waits
        except OSError as error:
            raise click.UsageError(_why_not(host, port, error)) from error
        unless_it_listens.pop_all()
    return listening


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use: another server may be running; name another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by you; name one above 1023 with --port"
    return f"cannot listen on {host}: {(error.strerror or str(error)).lower()}; name another with --host"


def _run(app: FastAPI, listening: socket.socket, host: str, *, opens: bool) -> None:
    import uvicorn

    address = f"http://{_written(host)}:{listening.getsockname()[1]}/"
    click.echo(f"The record is at {address} (Ctrl-C ends it)", err=True)
    if host not in LOOPBACK:
        click.echo("Warning: other computers can reach it, and whoever can may read the record.", err=True)
    if opens:
        click.launch(address)
    settings = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
    with suppress(KeyboardInterrupt):  # the usual end
        uvicorn.Server(settings).run(sockets=[listening])


def _written(host: str) -> str:
    """An address as it stands in a URL."""
    return f"[{host}]" if ":" in host else host
