"""The version of everything that decides which claims an article makes, and which of them are one record.

It is the package's own version and a hash of what the stages that read and merge are made of: their code,
and the facts and the model that ship with it. The user's own actors are not a part of it.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

__all__ = ["certainty", "is_current", "version"]

_STAGES = ("articles", "language", "actors", "claims", "record")
_BESIDE = ("copies.py", "folding.py", "geography.py", "rarity.py", "stories.py", "timex.py", "types.py")
_FACTS = (
    "alignments.json", "contexts.json", "cues.json", "event_weights.json", "events.json", "events_roles.json",
    "frequencies.json", "meaning.npz", "meetings.json", "places.tsv.gz", "registry.json", "relations.json",
    "speech_acts.json", "model/labels.json", "model/lemmas.json", "model/model.onnx", "model/pairs.json",
    "model/pairs.onnx", "model/tokenizer.json",
)  # fmt: skip
_KINDS = (".py", ".yaml", ".json", ".gz")
_MARK = "@"


def version(certain: float | None = None) -> str:
    """The version, as `0.3.0-1f0c6a2b9d3e`, with `@0.5` behind it where events had to be so certain."""
    return _of_the_package() if certain is None else f"{_of_the_package()}{_MARK}{certain:g}"


def is_current(engine: str | None) -> bool:
    """Whether this engine would read an article just so again."""
    return engine is not None and engine.partition(_MARK)[0] == _of_the_package()


def certainty(engine: str | None) -> float | None:
    """How certain events had to be when an article was read; None where nobody said."""
    certain = (engine or "").partition(_MARK)[2]
    return float(certain) if certain else None


@lru_cache(maxsize=1)
def _of_the_package() -> str:
    found = hashlib.sha256()
    for file in _parts(files("dragoman")):
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return f"{__version__}-{found.hexdigest()[:12]}"


def _parts(package: Traversable) -> Iterator[Traversable]:
    for stage in _STAGES:
        yield from _within(package / stage)
    yield from (package / name for name in _BESIDE)
    yield from (package.joinpath("data", *name.split("/")) for name in _FACTS)


def _within(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _within(entry)
        elif entry.name.endswith(_KINDS):
            yield entry
