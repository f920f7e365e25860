"""The settings, read once from a file and the environment.

The file is `settings.toml` in the folder where the platform keeps a user's configuration. It may
hold `database = "…"`, a database URL or the path of a SQLite file; `DRAGOMAN_DB` goes before it,
and `--db` on the command line before both. It may hold `actors = "…"`, the path of the file of the
user's own actors; `DRAGOMAN_ACTORS` goes before it. It may hold `user = "…"`, the name under which the
user judges; `DRAGOMAN_USER` goes before it, and it is the name of the account where neither is given. It
may hold `allow_private = "yes"`, which lets links lead to the machines of one's own network;
`DRAGOMAN_ALLOW_PRIVATE` goes before it. It may hold `user_agent = "…"`, what Dragoman calls itself before
servers, which should say whom to write to; `DRAGOMAN_USER_AGENT` goes before it.
"""

from __future__ import annotations

import getpass
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from dragoman.errors import BadSettings

VARIABLE = "DRAGOMAN_DB"
"""The environment variable that names the database."""

ACTORS = "DRAGOMAN_ACTORS"
"""The environment variable that names the file of the user's own actors."""

USER = "DRAGOMAN_USER"
"""The environment variable that names the person who judges."""

PRIVATE = "DRAGOMAN_ALLOW_PRIVATE"
"""The environment variable that lets links lead to private addresses."""

USER_AGENT = "DRAGOMAN_USER_AGENT"
"""The environment variable that says what Dragoman calls itself before servers."""

_KNOWN = {"actors", "allow_private", "database", "user", "user_agent"}

_YES = {
    "yes": True,
    "true": True,
    "1": True,
    "on": True,
    "no": False,
    "false": False,
    "0": False,
    "off": False,
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may choose once for all commands.

    `database` is a database URL, or the path of a SQLite file; `actors` the file of the user's own
    actors, which need not exist; `user` the name under which the user judges, empty where nobody knows it.
    `allow_private` says whether links may lead to private addresses; `user_agent` is what Dragoman calls
    itself before servers, empty where the user does not say.
    """

    database: str
    actors: Path
    user: str
    allow_private: bool = False
    user_agent: str = ""


def load(*, path: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings.

    Args:
        path: the settings file; the platform's own place where not given. It need not exist.
        environ: the environment; the process's own where not given.

    Raises:
        BadSettings: the file cannot be read, or holds something that is no setting.
    """
    environ = os.environ if environ is None else environ
    chosen = _read(path or platformdirs.user_config_path("dragoman") / "settings.toml")
    return Settings(
        database=environ.get(VARIABLE) or chosen.get("database") or str(_default("record.sqlite")),
        actors=_at_home(environ.get(ACTORS) or chosen.get("actors") or str(_default("actors.json"))),
        user=environ.get(USER) or chosen.get("user") or _account(),
        allow_private=_is_on(PRIVATE, environ.get(PRIVATE) or chosen.get("allow_private") or "no"),
        user_agent=_one_line(environ.get(USER_AGENT) or chosen.get("user_agent") or ""),
    )


def _is_on(where: str, value: str) -> bool:
    try:
        return _YES[value.strip().lower()]
    except KeyError as error:
        raise BadSettings(where, f"{value!r} is neither yes nor no") from error


def _one_line(value: str) -> str:
    if not value.isascii() or not value.isprintable():
        raise BadSettings(USER_AGENT, "may hold printable ASCII characters only")
    return value


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _at_home(path: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise BadSettings(path, "there is no such user; write the whole path") from error


def _default(name: str) -> Path:
    return platformdirs.user_data_path("dragoman") / name


def _read(path: Path) -> dict[str, str]:
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(str(path), f"cannot be read: {error}; correct it or remove it") from error
    for name, value in read.items():
        if name not in _KNOWN:
            known = ", ".join(sorted(_KNOWN))
            raise BadSettings(str(path), f"there is no setting {name!r}; the settings are: {known}")
        if not isinstance(value, str):
            raise BadSettings(str(path), f'{name} must be a text in quotation marks, as in {name} = "…"')
    return read
