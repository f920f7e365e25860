"""Names in tab-separated BIO or BIOES files: Universal NER over EWT, and worldwide newswire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["UNER", "WORLDWIDE", "bio", "rows"]

WORLDWIDE = {
    "Person": "PER",
    "Organization": "ORG",
    "Location": "LOC",
    "NORP": "NORP",
    "Facility": "FAC",
    "Date": "DATE",
    "Money": "MONEY",
    "Product": "PRODUCT",
    "Misc": "MISC",
}
UNER = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def rows(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of (word, tag) from a file of either layout.

    Lines with a number first hold it, the word and the tag; other lines the word and the tag. Lines
    that start with `# ` (comments) and lines with no tag are skipped.
    """
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.strip():
            if sentence:
                yield sentence
            sentence = []
        elif len(cells) >= 3 and cells[0].isdigit():
            sentence.append((cells[1], cells[2]))
        elif len(cells) == 2 and cells[0].strip() and cells[1].strip():
            sentence.append((cells[0], cells[1].strip()))
    if sentence:
        yield sentence


def bio(tags: list[str], labels: Mapping[str, str]) -> list[str]:
    """BIO tags with the labels mapped; a label that the map lacks is O."""
    out: list[str] = []
    for tag in tags:
        position, _, name = tag.partition("-")
        mapped = labels.get(name)
        if mapped is None:
            out.append("O")
        elif position in {"B", "S", "U"} or not out or out[-1] not in {f"B-{mapped}", f"I-{mapped}"}:
            out.append(f"B-{mapped}")
        else:
            out.append(f"I-{mapped}")
    return out
