"""Weights of named features, as training learned them, and what they add up to.

A feature is a few words that say what is so; a weight says how much it speaks for or against. The file is
`data/event_weights.json`, written by `python -m training events`.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

__all__ = ["BIAS", "MODELS", "load", "probability"]

MODELS = ("actor", "recipient", "event")
"""What is weighed: who acts, upon whom, and whether it is an event worth a record."""

BIAS = ""
"""The feature that everything has."""

Weights = dict[str, float]


@cache
def load() -> dict[str, Weights]:
    """The weights of each of `MODELS`."""
    text = (files("dragoman") / "data" / "event_weights.json").read_text(encoding="utf-8")
    found: dict[str, Weights] = json.loads(text)
    return found


def probability(weights: Mapping[str, float], features: Collection[str]) -> float:
    """How likely it is, from 0 to 1 (logistic regression)."""
    total = weights.get(BIAS, 0.0) + sum(weights.get(f, 0.0) for f in features)
    return 1 / (1 + exp(-total))
