"""A linear-chain conditional random field over BIO tags, which can learn from partial labels.

Source: Lafferty et al. 2001; for partial labels Tsuboi et al. 2008: the loss is the weight of all paths
over that of the paths that the annotation allows.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

__all__ = ["FORBIDDEN", "Chain"]

FORBIDDEN = -1e4


class Chain(nn.Module):
    """Learned transitions between BIO tags; a tag I-X never follows anything but B-X or I-X."""

    def __init__(self, tags: Sequence[str]) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(len(tags), len(tags)))
        illegal = [[b.startswith("I-") and a[2:] != b[2:] for b in tags] for a in tags]
        self.register_buffer("illegal", torch.tensor(illegal).float() * FORBIDDEN)
        self.register_buffer("start", torch.tensor([t.startswith("I-") for t in tags]).float() * FORBIDDEN)

    def scores(self) -> Tensor:
        """The transition scores, forbidden ones far below any other."""
        return self.transitions + self.illegal

    def loss(self, emissions: Tensor, allowed: Tensor, mask: Tensor) -> Tensor:
        """Mean loss a word; `allowed` is (batch, word, tag), `mask` (batch, word), words first."""
        emissions = emissions.float()
        narrowed = emissions + (1.0 - allowed.float()) * FORBIDDEN
        both = self._partition(torch.cat([emissions, narrowed]), torch.cat([mask, mask]))
        every, right = both.chunk(2)
        return (every - right).sum() / mask.sum().clamp(min=1)

    def _partition(self, emissions: Tensor, mask: Tensor) -> Tensor:
        steps = self.scores()
        alpha = emissions[:, 0] + self.start
        for t in range(1, emissions.shape[1]):
            grown = torch.logsumexp(alpha.unsqueeze(2) + steps, dim=1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None], grown, alpha)
        return torch.logsumexp(alpha, dim=1)
