"""Evens out what goes into the large products, so that eight bits hold it.

A few of the numbers that go into a product are far larger than the rest, and eight bits for all of them leave
little for the others. Dividing each by a factor and multiplying the weights that meet it by the same changes
no result; the factors lie between what is large in the one and in the other.

Source: Xiao et al. 2023, SmoothQuant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from training.batches import Example, batches

if TYPE_CHECKING:
    from training.fit import Model

__all__ = ["smooth"]

SHARE = 0.7
"""How much of the unevenness the weights take over: 1 is all of it."""

LEAST = 1e-4


class Smoothed(nn.Module):
    """A linear layer that divides what comes in by a factor for each number of it."""

    def __init__(self, linear: nn.Linear, factors: Tensor) -> None:
        super().__init__()
        self.linear = linear
        self.linear.weight.data = linear.weight.data * factors
        self.inverse = nn.Parameter(1 / factors, requires_grad=False)

    def forward(self, x: Tensor) -> Tensor:
        """What the linear layer itself would give."""
        result: Tensor = self.linear(x * self.inverse)
        return result


def smooth(model: Model, examples: Sequence[Example]) -> None:
    """Puts a smoothed layer in the place of each large one, after a look at what goes into them.

    Args:
        model: the trained model, changed in place; it gives the same results.
        examples: some passages to look at.
    """
    largest = _largest(model, examples)
    for (owner, name), seen in largest.items():
        linear = getattr(owner, name)
        weights = linear.weight.detach().abs().amax(dim=0).clamp(min=LEAST)
        factors = seen.clamp(min=LEAST) ** SHARE / weights ** (1 - SHARE)
        setattr(owner, name, Smoothed(linear, factors / factors.log().mean().exp()))


@torch.no_grad()
def _largest(model: Model, examples: Sequence[Example]) -> dict[tuple[nn.Module, str], Tensor]:
    """The largest of each number that goes into each layer."""
    found: dict[tuple[nn.Module, str], Tensor] = {}

    def look(key: tuple[nn.Module, str], x: Tensor) -> None:
        here = x.detach().abs().flatten(0, -2).amax(dim=0)
        found[key] = torch.maximum(found[key], here) if key in found else here

    hooks = [
        getattr(owner, name).register_forward_pre_hook(
            lambda _, given, key=(owner, name): look(key, given[0])
        )
        for owner, name in _layers(model)
    ]
    for batch in batches(examples, model.labels, words=800, seed=None):
        model.network(batch.inputs)
    for hook in hooks:
        hook.remove()
    return found


def _layers(model: Model) -> Iterator[tuple[nn.Module, str]]:
    """The layers that come after a normalisation, where a few numbers stand out most."""
    for part in (model.network.encoder, model.network.context):
        for layer in part.layers:
            yield from ((layer.attention, "qkv"), (layer, "up"))
