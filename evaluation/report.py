"""Puts measured scores into docs/evaluation.md, between its two marks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dragoman import __version__

__all__ = ["PAGE", "write"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "evaluation.md"
BEGIN, END = "<!-- scores: written by `make eval ARGS=--raise` -->", "<!-- end of scores -->"


def write(scores: dict[str, float], version: str) -> None:
    """Replaces the scores on the page with these.

    Args:
        scores: each score by name.
        version: of the language model.
    """
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    today = f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}"
    rows = [f"| {name} | {score:.3f} |" for name, score in sorted(scores.items())]
    lines = [
        BEGIN,
        "",
        f"Measured on {today} with Dragoman {__version__}, model `{version}`, by `make eval`:",
        "",
        "| score | value |",
        "|---|---|",
        *rows,
        "",
        END,
    ]
    PAGE.write_text(before + "\n".join(lines) + after, encoding="utf-8")
