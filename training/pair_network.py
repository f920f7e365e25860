"""The network over pairs: upper layers of their own above the lower layers of the language model.

The language model's own upper layers have learned grammar and lost much of what words mean; these begin
as the encoder's did before that.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from dragoman.language.lower import LAYERS
from dragoman.language.pairs import ROLES
from training import encoder
from training.network import Encoder

__all__ = ["Given", "Upper", "write"]

_NAMED = tuple(ROLES.index(r) for r in ("source", "target"))
_BETWEEN = tuple(ROLES.index(r) for r in ("top", "path"))


class Given(NamedTuple):
    """A batch: `vectors` (pair, piece, hidden) and `roles` (pair, piece), -1 where there is no piece."""

    vectors: Tensor
    roles: Tensor


class Upper(nn.Module):
    """Scores of the types of pairs, from the whole sentence, its source, its target and what lies between."""

    def __init__(self, types: int, dropout: float = 0.1) -> None:
        super().__init__()
        whole = Encoder(encoder.folder(), dropout)
        self.layers = whole.layers[LAYERS:]
        self.roles = nn.Embedding(len(ROLES), whole.hidden)
        nn.init.normal_(self.roles.weight, std=0.1)
        self.dropout, self.drop = nn.Dropout(dropout), nn.Dropout(2 * dropout)
        self.head = nn.Linear(4 * whole.hidden, types)

    def forward(self, vectors: Tensor, roles: Tensor) -> Tensor:
        """(pair, type) scores."""
        known = (roles >= 0).float()
        mask = ((1 - known) * -1e4).unsqueeze(1).unsqueeze(1)
        x = self.dropout(vectors + self.roles(roles.clamp(min=0)))
        for layer in self.layers:
            x = layer(x, mask.expand(-1, 1, x.shape[1], -1))
        between = (roles == _BETWEEN[0]).float() + (roles == _BETWEEN[1]).float()
        parts = [known, *((roles == r).float() for r in _NAMED), between]
        return self.head(self.drop(torch.cat([_mean(x, part) for part in parts], dim=-1)))


class _Probabilities(nn.Module):
    """What runs: an `Upper` whose scores are probabilities, evened out by a temperature."""

    def __init__(self, upper: Upper, temperature: float) -> None:
        super().__init__()
        self.upper, self.temperature = upper, temperature

    def forward(self, vectors: Tensor, roles: Tensor) -> Tensor:
        return torch.softmax(self.upper(vectors, roles) / self.temperature, dim=-1)


def _mean(x: Tensor, chosen: Tensor) -> Tensor:
    """The mean of the chosen pieces; nought where none is."""
    return (x * chosen.unsqueeze(-1)).sum(1) / chosen.sum(1, keepdim=True).clamp(min=1)


def write(upper: Upper, temperature: float, facts: dict[str, Any], folder: Path) -> None:
    """Writes `pairs.onnx` with eight-bit weights, and `pairs.json`."""
    sample = (torch.randn(2, 9, upper.roles.embedding_dim), torch.ones(2, 9, dtype=torch.long))
    axes = {name: {0: "pair", 1: "piece"} for name in Given._fields} | {"probabilities": {0: "pair"}}
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        torch.onnx.export(
            _Probabilities(upper, temperature).eval(), sample, plain, input_names=list(Given._fields),
            output_names=["probabilities"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        heads = [n.name for n in onnx.load(plain).graph.node if n.name.startswith("/upper/head")]
        quantize_dynamic(
            plain, folder / "pairs.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            nodes_to_exclude=heads,
        )  # fmt: skip
    (folder / "pairs.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
