"""Writes the trained model as an ONNX file with eight-bit weights, its labels beside it."""

from __future__ import annotations

import hashlib
import json
import math
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training import encoder, smoothing
from training.batches import Example
from training.fit import Model
from training.labels import Labels
from training.network import Inputs

__all__ = ["Runnable", "opened", "write"]

LARGE = 500_000
"""Weights of a product that are worth eight bits wherever it stands."""

OUTPUTS = ("upos", "xpos", "heads", "deprels", "arcs", "names", "attribution", "statement", "links")


class Runnable(nn.Module):
    """What runs: numbers in, classes and scores out, padding told by piece 0 and sentence -1."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.network = model.network

    def forward(self, *inputs: Tensor) -> tuple[Tensor, ...]:
        """Classes and scores of a batch, in the order of `OUTPUTS`, from the fields of `Inputs`."""
        given = Inputs(*inputs)
        out = self.network(given)
        known = given.sentences >= 0
        apart = (given.sentences.unsqueeze(2) != given.sentences.unsqueeze(1)).float()
        arcs = out.arcs - apart * 1e4
        links = out.links - (1.0 - known.unsqueeze(1).float()) * 1e4
        heads = arcs.argmax(-1)
        deprels = self.network.labelled(out, heads).argmax(-1)
        return (
            out.upos.argmax(-1), out.xpos.argmax(-1), heads, deprels, arcs,
            out.names, out.attribution, out.statement, torch.log_softmax(links, -1),
        )  # fmt: skip


def opened(path: Path) -> tuple[Model, list[dict[str, Any]]]:
    """The trained model of a file, and what each sitting of its training did."""
    saved = torch.load(path, weights_only=True)
    model = Model(encoder.folder(), Labels(**{k: tuple(v) for k, v in saved["labels"].items()}))
    model.load_state_dict(saved["weights"])
    return model.eval(), saved["sittings"]


def write(path: Path, folder: Path, sample: Sequence[Example]) -> None:
    """Writes `model.onnx`, `labels.json` and `tokenizer.json` into a folder.

    Args:
        path: the trained model, `model.pt`.
        folder: where to write to.
        sample: some passages, to see how large the numbers are that eight bits must hold.
    """
    model, sittings = opened(path)
    smoothing.smooth(model, sample)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _graph(model, plain)
        quantize_dynamic(
            plain, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True,
            # Seven bits: processors without VNNI overflow on eight. It costs nothing measurable.
            reduce_range=True, nodes_to_exclude=_heads(plain),
        )  # fmt: skip
    encoder.tokenizer()
    version = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()[:12]
    chains = {k: getattr(model, k) for k in ("names", "attribution", "statement")}
    labels = {
        "version": version,
        **{k: list(v) for k, v in vars(model.labels).items()},
        "chains": {k: {"steps": _numbers(c.scores()), "start": _numbers(c.start)} for k, c in chains.items()},
        "sittings": sittings,
    }
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def _graph(model: Model, path: Path) -> None:
    """The model as a graph whose batch, pieces and words are open."""
    pieces, words = torch.zeros(2, 12, dtype=torch.long), torch.zeros(2, 8, dtype=torch.long)
    inputs = Inputs(pieces + 2000, pieces, pieces + torch.arange(12), words + torch.arange(8), *[words] * 4)
    names = list(Inputs._fields)
    axes = {k: {0: "batch", 1: "piece"} for k in names[:3]}
    axes |= {k: {0: "batch", 1: "word"} for k in (*names[3:], *OUTPUTS)}
    axes["arcs"] = axes["links"] = {0: "batch", 1: "word", 2: "word"}
    torch.onnx.export(
        Runnable(model), tuple(inputs), path, input_names=names, output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def _heads(path: Path) -> list[str]:
    """The small products that choose between labels; eight bits would cost more than they save."""
    graph = onnx.load(path).graph
    large = {i.name for i in graph.initializer if math.prod(i.dims) >= LARGE}
    return [
        n.name
        for n in graph.node
        if n.op_type in {"MatMul", "Gemm"}
        and not n.name.startswith(("/network/encoder", "/network/context"))
        and large.isdisjoint(n.input)
    ]


def _numbers(values: Tensor) -> list[Any]:
    rounded: list[Any] = values.detach().mul(1e4).round().div(1e4).tolist()
    return rounded
