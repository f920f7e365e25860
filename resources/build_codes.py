"""Builds src/dragoman/data/codes.json from codes.yaml, and igos.yaml for what lies within what.

Usage: python resources/build_codes.py [--check]

With --check nothing is written: the exit status is 1 where the file differs from what would be.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

RESOURCES = Path(__file__).resolve().parent
CODES = RESOURCES.parent / "src" / "dragoman" / "data" / "codes.json"


def main() -> int:
    """Writes the codes, or checks that they are current."""
    text = render()
    if "--check" in sys.argv[1:]:
        return 0 if CODES.exists() and CODES.read_text(encoding="utf-8") == text else 1
    CODES.write_text(text, encoding="utf-8")
    return 0


def render() -> str:
    """The codes as JSON, one section a line."""
    facts = yaml.safe_load((RESOURCES / "codes.yaml").read_text(encoding="utf-8"))
    if not facts.pop("source", None):
        raise SystemExit("codes.yaml does not say where it comes from")
    known = yaml.safe_load((RESOURCES / "igos.yaml").read_text(encoding="utf-8"))["igos"]
    scored = [(code, score) for score, codes in facts["goldstein"].items() for code in codes]
    scores = dict(scored)
    if len(scores) < len(scored):
        raise SystemExit("codes.yaml: a CAMEO code has two scores")
    _refuse_unused(facts, scores)
    facts |= {
        "quads": {kind: quad for quad, kinds in facts["quads"].items() for kind in kinds},
        "goldstein": dict(sorted(scores.items())),
        "groups": dict(_groups(facts["groups"], {entry["id"]: entry for entry in known})),
        "organizations": {entry["name"]: f"igo:{entry['id']}" for entry in known},
    }
    lines = (f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _refuse_unused(facts: Mapping[str, Any], scores: Mapping[str, float]) -> None:
    """A score for a code that no event is given is most likely a slip of the pen."""
    given = {*_codes(facts["cameo"]), *_codes(facts["meetings"]), "043"}
    if unused := sorted(set(scores) - given):
        raise SystemExit(f"codes.yaml: scores of codes that are never given: {', '.join(unused)}")


def _codes(section: object) -> Iterator[str]:
    if isinstance(section, dict):
        for value in section.values():
            yield from _codes(value)
    elif isinstance(section, str) and section.isdigit():
        yield section


def _groups(
    groups: Mapping[str, dict[str, str]], known: Mapping[str, dict[str, Any]]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Every organisation that has a code of its own, or lies within one that has."""
    if unknown := sorted(set(groups) - set(known)):
        raise SystemExit(f"codes.yaml: igos.yaml has no {', '.join(unknown)}")
    for id in sorted(known):
        outer: str | None = id
        while outer and outer not in groups:
            outer = known[outer].get("within") if outer in known else None
        if outer:
            yield f"igo:{id}", groups[outer]


if __name__ == "__main__":
    raise SystemExit(main())
