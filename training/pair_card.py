"""What the model card says of the classifier of pairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["lines"]


def lines(facts: dict[str, Any], size: int) -> Iterator[str]:
    """The section's lines.

    Args:
        facts: what `pairs.json` holds.
        size: of `pairs.onnx`, in bytes.
    """
    yield "## The classifier of pairs"
    yield ""
    yield f"`pairs.onnx`, {size / 1e6:.1f} MB, 8-bit weights: given a sentence and who acts upon whom in it,"
    yield "the probability of each PLOVER type (CONCEDE and RETREAT as one, YIELD), and that nothing"
    yield "happens (NONE). Four layers above the two lowest of the language model, begun as MiniLM's."
    yield ""
    yield "| learned from | pairs | licence as its authors state it |"
    yield "|---|---|---|"
    yield f"| sentences made of the phrases in `resources/event_phrases.yaml` | {facts['made']:,} | our own |"
    stated = "none stated; published for training and testing"
    yield f"| PLOVER's pairs, PLV_train | {facts['pairs']:,} | {stated} |"
    gold = f"{facts['gold']:,} and {facts['none']:,} of NONE"
    yield f"| Dragoman's own gold articles, train | {gold} | annotations our own; texts their publishers' |"
    yield ""
    yield from _scores(facts["folds"])
    yield ""
    yield f"{facts['minutes']} minutes, seed {facts['seed']}, with the measuring."


def _scores(folds: dict[str, Any]) -> Iterator[str]:
    each = folds["each"]["roots"]
    yield f"On PLV_train, each pair read by a network that learned from the other {len(each) - 1} of"
    yield f"{len(each)} parts (no sentence in two; 32-bit weights; that something happens is given):"
    yield ""
    yield "| | mean F1 of the types | right |"
    yield "|---|---|---|"
    for name, kind in (("15 types", "roots"), ("4 quad classes", "quads")):
        yield f"| {name} | {folds[kind]['f1']:.3f} | {folds[kind]['right']:.3f} |"
    yield ""
    yield f"By fifth, the types' F1 is {', '.join(f'{f1:.3f}' for f1 in each)}."
    yield ""
    yield "| withheld below | precision | recall | kept |"
    yield "|---|---|---|---|"
    for threshold, row in folds["thresholds"].items():
        yield f"| {threshold} | {row['precision']:.3f} | {row['recall']:.3f} | {row['coverage']:.3f} |"
