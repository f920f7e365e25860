"""Reads `watch.yaml`: the plan of `dragoman watch` as a file.

    every: 15m
    feeds:
      - https://news.example/world.rss
    folders: [inbox]
    log: changes.jsonl              # all changes; a webhook or an atom file may stand here too
    queries:
      - name: syria
        query: about:syria
        atom: syria.atom
        webhook: {url: "https://desk.example/hook", secret_file: hook.secret}

Paths are meant from the folder of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from dragoman import query as queries
from dragoman.errors import BadQuery, BadSettings, MissingPath
from dragoman.watch.plan import EVERY, Plan, Saved, Webhook, seconds

__all__ = ["load", "secret"]

_KNOWN = ("every", "feeds", "folders", "user_agent", "log", "webhook", "atom", "queries")
_OUTPUTS = ("log", "webhook", "atom")
_QUERY = ("name", "query", *_OUTPUTS)
_SIZE = 1_000_000
_SHORTEST = 8


def load(path: Path) -> Plan:
    """The plan that a file holds.

    Raises:
        MissingPath: there is no such file.
        BadSettings: it cannot be understood.
    """
    found = _Reader(path)
    chosen = found.mapping(found.content(), _KNOWN, "")
    top = found.saved({"name": "all", **{name: chosen[name] for name in _OUTPUTS if name in chosen}}, "")
    saved = [found.saved(one, f"queries[{n}]") for n, one in enumerate(found.list(chosen, "queries"))]
    names = [one.name for one in (top, *saved)]
    if len(set(names)) < len(names):
        found.refuse("queries must have different names, and none may be called “all”")
    return Plan(
        feeds=tuple(found.text(one, "feeds") for one in found.list(chosen, "feeds")),
        folders=tuple(found.path(one, "folders") for one in found.list(chosen, "folders")),
        saved=(*([top] if any((top.log, top.webhook, top.atom)) else []), *saved),
        every=found.every(chosen.get("every")),
        user_agent=found.text(chosen.get("user_agent", ""), "user_agent"),
    )


def secret(path: Path) -> bytes:
    """What a file of a secret holds, without the spaces around it.

    Raises:
        BadSettings: it cannot be read, or is too short to be one.
    """
    try:
        found = path.read_bytes()[:_SIZE].strip()
    except OSError as error:
        raise BadSettings(str(path), "the file of the secret cannot be read") from error
    return checked(found, str(path))


def checked(found: bytes, where: str) -> bytes:
    """A secret that is long enough.

    Raises:
        BadSettings: it is not.
    """
    if len(found) < _SHORTEST:
        raise BadSettings(where, f"a secret needs at least {_SHORTEST} characters")
    return found


class _Reader:
    """Reads the parts of a file, and says where it is wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def refuse(self, reason: str) -> Any:  # noqa: ANN401 - it never returns
        """Say what is wrong.

        Raises:
            BadSettings: always.
        """
        raise BadSettings(str(self._path), reason)

    def content(self) -> object:
        """What the file holds."""
        try:
            return yaml.safe_load(self._path.read_bytes()[:_SIZE])
        except FileNotFoundError as error:
            raise MissingPath(str(self._path)) from error
        except (OSError, yaml.YAMLError, ValueError, RecursionError) as error:
            first = str(error).splitlines()[0] if str(error) else type(error).__name__
            return self.refuse(f"cannot be read as YAML: {first}")

    def mapping(self, value: object, known: tuple[str, ...], where: str) -> Mapping[str, Any]:
        """A mapping with none but known names."""
        if not isinstance(value, dict):
            return dict(self.refuse(f"{where or 'the file'} must be a mapping of names to values"))
        for name in value:
            if name not in known:
                self.refuse(
                    f"{f'{where}: ' if where else ''}there is no {name!r}; there are {', '.join(known)}"
                )
        return value

    def list(self, within: Mapping[str, Any], name: str) -> list[Any]:
        """A list, empty where it is not given; a single value is a list of one."""
        value = within.get(name)
        return value if isinstance(value, list) else [] if value is None else [value]

    def text(self, value: object, where: str) -> str:
        """A text."""
        return value.strip() if isinstance(value, str) else str(self.refuse(f"{where} must be a text"))

    def path(self, value: object, where: str) -> Path:
        """A path, from the folder of the file."""
        return self._path.parent / Path(self.text(value, where)).expanduser()

    def every(self, value: object) -> float:
        """A duration."""
        if value is None:
            return EVERY
        try:
            return seconds(f"{value}s" if isinstance(value, int) else self.text(value, "every"))
        except ValueError as error:
            return float(self.refuse(f"every: {error}"))

    def saved(self, value: object, where: str) -> Saved:
        """A saved query with its outputs."""
        chosen = self.mapping(value, _QUERY, where)
        name = self.text(chosen.get("name"), f"{where}.name")
        asked = chosen.get("query")
        try:
            query = queries.parse(self.text(asked, f"{where}.query")) if asked is not None else None
        except BadQuery as error:
            self.refuse(str(error))
        return Saved(
            name=name,
            query=query,
            log=self.path(chosen["log"], "log") if "log" in chosen else None,
            webhook=self.webhook(chosen["webhook"]) if "webhook" in chosen else None,
            atom=self.path(chosen["atom"], "atom") if "atom" in chosen else None,
        )

    def webhook(self, value: object) -> Webhook:
        """A webhook: its address, or a mapping with the file of its secret."""
        if isinstance(value, str):
            return Webhook(value.strip())
        chosen = self.mapping(value, ("url", "secret_file"), "webhook")
        of = chosen.get("secret_file")
        return Webhook(
            self.text(chosen.get("url"), "webhook.url"),
            secret(self.path(of, "webhook.secret_file")) if of is not None else None,
        )
