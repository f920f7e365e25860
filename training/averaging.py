"""The mean of the weights of several sittings, which is better than any one of them at most of the tasks.

Source: Wortsman et al. 2022, Model soups.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

__all__ = ["mean"]


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each weight over the states of models that began as one."""
    return {name: torch.stack([s[name].float() for s in states]).mean(dim=0) for name in states[0]}
