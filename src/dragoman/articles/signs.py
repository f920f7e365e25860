"""The words by which the parts of a news page are told apart, read from `signs.yaml`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ends", "pattern", "phrases", "sections", "starts", "whole", "words"]


@cache
def phrases(section: str, key: str) -> tuple[str, ...]:
    """The phrases of a list in the file, such as `related` and `starts`."""
    return tuple(str(phrase) for phrase in _load()[section][key])


@cache
def words(section: str, key: str) -> frozenset[str]:
    """The phrases of a list as a set, to look words up."""
    return frozenset(phrases(section, key))


def pattern(items: Iterable[str]) -> str:
    """A regular expression for any of these phrases, longer ones first, spaces being any white space."""
    ordered = sorted(items, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(item).replace(r"\ ", r"\s+") for item in ordered) + ")"


@cache
def starts(section: str, key: str) -> re.Pattern[str]:
    """Matches a line that begins with a phrase of the list."""
    return re.compile(pattern(phrases(section, key)) + r"(?!\w)", re.IGNORECASE)


@cache
def ends(section: str, key: str) -> re.Pattern[str]:
    """Finds a phrase of the list at the end of a line."""
    return re.compile(r"(?<!\w)" + pattern(phrases(section, key)) + r"\W*$", re.IGNORECASE)


@cache
def sections(section: str) -> dict[str, tuple[str, ...]]:
    """The lists of a section by their keys, without its source."""
    return {key: phrases(section, key) for key in _load()[section] if key != "source"}


@cache
def whole(section: str, key: str) -> frozenset[str]:
    """The phrases of the list in lower case, to compare whole lines with."""
    return frozenset(phrase.lower() for phrase in phrases(section, key))


@cache
def _load() -> dict[str, dict[str, list[str]]]:
    content = (files("dragoman.articles") / "signs.yaml").read_bytes()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, dict[str, list[str]]] = yaml.load(content, Loader=loader)  # noqa: S506 - a safe loader
    return loaded
