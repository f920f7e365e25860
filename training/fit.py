"""Trains the network on all corpora at once; a layer that a passage lacks is left out of the loss."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.batches import IGNORED, Batch, Example, batches
from training.crf import Chain
from training.labels import Labels
from training.network import Network, Output, Sizes

__all__ = ["Model", "Options", "fit", "losses"]

log = logging.getLogger(__name__)
MASK_PIECE = 103
FIRST_PIECE = 999  # pieces below are [PAD], [CLS] and the like


@dataclass(frozen=True)
class Options:
    """How to train: `words` a batch, rates of learning for the encoder and for the heads.

    The rates rise for `warm_up` steps, stay for `steady` of the rounds, and then fall to nothing
    (Hägele et al. 2024).
    """

    seed: int = 20170706
    words: int = 600
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: int = 400
    rounds: int = 8
    steady: int = 0
    weight_decay: float = 0.01
    masked: float = 0.03
    device: str = "cpu"


class Model(nn.Module):
    """The network with its three chains of tags."""

    def __init__(self, encoder: Path, labels: Labels) -> None:
        super().__init__()
        self.labels = labels
        counts = {k: len(getattr(labels, k)) for k in Sizes.__dataclass_fields__}
        self.network = Network(encoder, Sizes(**counts))
        self.names, self.attribution = Chain(labels.names), Chain(labels.attribution)
        self.statement = Chain(labels.statement)


def losses(model: Model, output: Output, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each layer that the batch has."""
    if (batch.heads == IGNORED).all():
        return _chains(model, output, batch) | _linked(output, batch)
    arcs = output.arcs.float().masked_fill(~batch.same_sentence, -1e4)
    deprels = model.network.labelled(output, batch.heads.clamp(min=0))
    return _chains(model, output, batch) | {
        "upos": _classes(output.upos, batch.upos),
        "xpos": _classes(output.xpos, batch.xpos),
        "arcs": _classes(arcs, batch.heads),
        "deprels": _classes(deprels, batch.deprels),
    }


def _linked(output: Output, batch: Batch) -> dict[str, Tensor]:
    if (batch.links == IGNORED).all():
        return {}
    return {"links": _classes(output.links.float().masked_fill(~batch.words.unsqueeze(1), -1e4), batch.links)}


def _chains(model: Model, output: Output, batch: Batch) -> dict[str, Tensor]:
    found = {}
    for layer in ("names", "attribution", "statement"):
        allowed, known = getattr(batch, layer)
        rows = known.any(dim=1)
        if rows.any():
            scores = getattr(output, layer)[rows]
            found[layer] = getattr(model, layer).loss(scores, allowed[rows], known[rows])
    return found


def _classes(scores: Tensor, target: Tensor) -> Tensor:
    """The mean loss over the words that have a target."""
    known = target != IGNORED
    return functional.cross_entropy(scores[known].float(), target[known])


WEIGHTS = {
    "upos": 0.5,
    "xpos": 0.5,
    "arcs": 1.0,
    "deprels": 1.0,
    "links": 0.5,
    "names": 2.0,
    "attribution": 2.0,
    "statement": 1.0,
}


def fit(
    model: Model,
    corpora: dict[str, Sequence[Example]],
    times: dict[str, float],
    options: Options,
    *,
    after: Callable[[Model, int], None],
) -> None:
    """Trains in place; `after` is called after each round with its number.

    Each corpus is spread evenly over the rounds, so that a round sees some of each.
    """
    torch.manual_seed(options.seed)
    rounds = [
        list(batches(r, model.labels, words=options.words, seed=options.seed + i))
        for i, r in enumerate(_rounds(corpora, times, options))
    ]
    sizes = [len(r) for r in rounds]
    steady, total = sum(sizes[: options.steady]), sum(sizes)
    optimizer = torch.optim.AdamW(_groups(model, options), betas=(0.9, 0.98), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / options.warm_up) * _rate(step, steady, total)
    )
    step, started = 0, time.monotonic()
    for number, group in enumerate(rounds, 1):
        model.train()
        for batch in group:
            shown = _step(model, batch, optimizer, options)
            schedule.step()
            step += 1
            if step % 50 == 0:
                log.info("%5d/%d %4.0fs %s", step, total, time.monotonic() - started, shown)
        after(model, number)


def _step(model: Model, batch: Batch, optimizer: torch.optim.Optimizer, options: Options) -> str:
    ids = batch.inputs.ids
    hidden = (torch.rand(ids.shape) < options.masked) & (ids >= FIRST_PIECE)
    with torch.autocast(options.device, dtype=torch.bfloat16):
        output = model.network(batch.inputs._replace(ids=ids.masked_fill(hidden, MASK_PIECE)))
        parts = losses(model, output, batch)
    loss = sum(WEIGHTS[k] * v for k, v in parts.items())
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 2.0)
    optimizer.step()
    return " ".join(f"{k} {v.item():.3f}" for k, v in parts.items())


def _rounds(
    corpora: dict[str, Sequence[Example]], times: dict[str, float], options: Options
) -> Iterator[list[Example]]:
    """The examples of each round."""
    rng = random.Random(options.seed)  # noqa: S311 - an order of training, not a secret
    queues = {}
    for name, examples in corpora.items():
        queue: list[Example] = []
        whole, part = divmod(times[name], 1)
        for _ in range(int(whole)):
            queue += rng.sample(list(examples), len(examples))
        queue += rng.sample(list(examples), int(len(examples) * part))
        queues[name] = queue
    for i in range(options.rounds):
        yield [
            e
            for q in queues.values()
            for e in q[len(q) * i // options.rounds : len(q) * (i + 1) // options.rounds]
        ]


def _rate(step: int, steady: int, total: int) -> float:
    """The share of the full rate: all of it for the steady part, then less and less."""
    return 1.0 if step < steady else max(0.01, 1 - (step - steady) / max(1, total - steady))


def _groups(model: Model, options: Options) -> list[dict[str, object]]:
    encoder = [p for p in model.network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in model.network.encoder.parameters()}
    heads = [p for p in model.parameters() if p.requires_grad and id(p) not in known]
    return [
        {"params": encoder, "lr": options.encoder_rate, "weight_decay": options.weight_decay},
        {"params": heads, "lr": options.head_rate, "weight_decay": options.weight_decay},
    ]
