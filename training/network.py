"""The network: one encoder, the words' features mixed in, a small head for each layer of the reading.

Sources: MiniLM (Wang et al. 2020) for the encoder; deep biaffine attention (Dozat and Manning 2017) for
dependencies and for linking the parts of an attribution.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.language.features import QUOTE_STATES, SHAPES

__all__ = ["Network", "Output", "Sizes"]


@dataclass(frozen=True)
class Sizes:
    """How many labels each head tells apart."""

    upos: int
    xpos: int
    deprels: int
    names: int
    attribution: int
    statement: int


@dataclass
class Output:
    """Scores for a batch: (batch, word, label), or (batch, word, word) for `arcs` and `links`."""

    upos: Tensor
    xpos: Tensor
    arcs: Tensor
    deprel_head: Tensor
    deprel_dep: Tensor
    names: Tensor
    attribution: Tensor
    statement: Tensor
    links: Tensor


class Dropout(nn.Module):
    """Drops the same features for a whole passage (Gal and Ghahramani 2016), which is also much faster."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[-1], device=x.device) >= self.rate
        return x * (kept.to(x.dtype) / (1 - self.rate))


class Attention(nn.Module):
    """Multi-head self-attention with BERT's parameter names, query, key and value in one product."""

    def __init__(self, hidden: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        size = hidden // self.heads
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        if self.training:
            y = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        else:
            y = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(size) + mask, dim=-1) @ v
        return self.out(y.transpose(1, 2).reshape(batch, length, hidden))


class Layer(nn.Module):
    """One layer of BERT: attention, then a feed-forward net, each added and normalised."""

    def __init__(self, hidden: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.attention = Attention(hidden, heads)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up, self.down = nn.Linear(hidden, inner), nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.norm1(x + self.dropout(self.attention(x, mask)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT's encoder, read from a folder that holds `config.json` and `model.safetensors`.

    The embeddings of the word pieces stay as they are: they are half of the weights, and moving them
    only helps the words that the corpora hold.
    """

    def __init__(self, folder: Path, dropout: float) -> None:
        super().__init__()
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        hidden = config["hidden_size"]
        self.hidden = hidden
        self.words = nn.Embedding(config["vocab_size"], hidden)
        self.positions = nn.Embedding(config["max_position_embeddings"], hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(hidden, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self._load(load_file(folder / "model.safetensors"))
        self.words.weight.requires_grad_(requires_grad=False)

    def _load(self, weights: dict[str, Tensor]) -> None:
        types = weights["embeddings.token_type_embeddings.weight"][0]
        self.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"] + types)
        self.norm.weight.data.copy_(weights["embeddings.LayerNorm.weight"])
        self.norm.bias.data.copy_(weights["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            for kind in ("weight", "bias"):
                w = {k.removeprefix(f"encoder.layer.{i}."): v for k, v in weights.items() if k.endswith(kind)}
                qkv = torch.cat([w[f"attention.self.{n}.{kind}"] for n in ("query", "key", "value")])
                for module, value in (
                    (layer.attention.qkv, qkv),
                    (layer.attention.out, w[f"attention.output.dense.{kind}"]),
                    (layer.norm1, w[f"attention.output.LayerNorm.{kind}"]),
                    (layer.up, w[f"intermediate.dense.{kind}"]),
                    (layer.down, w[f"output.dense.{kind}"]),
                    (layer.norm2, w[f"output.LayerNorm.{kind}"]),
                ):
                    getattr(module, kind).data.copy_(value)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places)))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Pairs(nn.Module):
    """Biaffine scores of each word with each other: (batch, from, to)."""

    def __init__(self, hidden: int, size: int, dropout: float) -> None:
        super().__init__()
        self.left = nn.Sequential(nn.Linear(hidden, size), nn.GELU(), Dropout(dropout))
        self.right = nn.Sequential(nn.Linear(hidden, size), nn.GELU(), Dropout(dropout))
        self.weight = nn.Linear(size, size, bias=False)
        self.bias = nn.Linear(size, 1)

    def forward(self, x: Tensor) -> Tensor:
        right = self.right(x)
        return self.weight(self.left(x)) @ right.transpose(-1, -2) + self.bias(right).transpose(-1, -2)


class Labels(nn.Module):
    """Biaffine scores of the labels of given pairs of words."""

    def __init__(self, hidden: int, size: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.head = nn.Sequential(nn.Linear(hidden, size), nn.GELU(), Dropout(dropout))
        self.dep = nn.Sequential(nn.Linear(hidden, size), nn.GELU(), Dropout(dropout))
        self.mix = nn.Bilinear(size, size, labels, bias=False)
        self.plain = nn.Linear(2 * size, labels)

    def scores(self, head: Tensor, dep: Tensor) -> Tensor:
        """(batch, word, label) from the two ends of each pair."""
        # Written out, since a quantised ONNX graph has no bilinear product.
        weight = self.mix.weight
        labels, size, _ = weight.shape
        mixed = (head @ weight.permute(1, 0, 2).reshape(size, labels * size)).view(
            *head.shape[:2], labels, size
        )
        return (mixed @ dep.unsqueeze(-1)).squeeze(-1) + self.plain(torch.cat([head, dep], dim=-1))


class Network(nn.Module):
    """The whole: `forward` gives the scores of every head for a batch of passages."""

    def __init__(
        self, encoder: Path, sizes: Sizes, *, dropout: float = 0.1, head_dropout: float = 0.15
    ) -> None:
        super().__init__()
        self.encoder = Encoder(encoder, dropout)
        hidden = self.encoder.hidden
        self.shapes = nn.Embedding(len(SHAPES), 32)
        self.quotes = nn.Embedding(len(QUOTE_STATES), 32)
        self.mix = nn.Sequential(nn.Linear(hidden + 64, hidden), nn.GELU(), Dropout(head_dropout))
        self.norm = nn.LayerNorm(hidden)
        self.context = Layer(hidden, 6, 2 * hidden, dropout)
        self.drop = Dropout(head_dropout)
        self.upos, self.xpos = nn.Linear(hidden, sizes.upos), nn.Linear(hidden, sizes.xpos)
        self.arcs = Pairs(hidden, 256, head_dropout)
        self.deprels = Labels(hidden, 96, sizes.deprels, head_dropout)
        self.names = nn.Linear(hidden, sizes.names)
        self.attribution = nn.Linear(hidden, sizes.attribution)
        self.statement = nn.Linear(hidden + sizes.attribution, sizes.statement)
        self.links = Pairs(hidden, 128, head_dropout)

    def forward(
        self,
        ids: Tensor,
        piece_mask: Tensor,
        firsts: Tensor,
        shapes: Tensor,
        quotes: Tensor,
        word_mask: Tensor,
    ) -> Output:
        """Scores from (batch, piece) ids and mask, and (batch, word) firsts, features and mask."""
        pieces = self.encoder(ids, _additive(piece_mask))
        words = pieces.gather(1, firsts.unsqueeze(-1).expand(-1, -1, pieces.shape[-1]))
        mixed = self.mix(torch.cat([words, self.shapes(shapes), self.quotes(quotes)], dim=-1))
        x = self.drop(self.context(self.norm(words + mixed), _additive(word_mask)))
        attribution = self.attribution(x)
        return Output(
            upos=self.upos(x),
            xpos=self.xpos(x),
            arcs=self.arcs(x),
            deprel_head=self.deprels.head(x),
            deprel_dep=self.deprels.dep(x),
            names=self.names(x),
            attribution=attribution,
            statement=self.statement(torch.cat([x, attribution], dim=-1)),
            links=self.links(x),
        )

    def labelled(self, output: Output, heads: Tensor) -> Tensor:
        """(batch, word, deprel) scores, each word hanging on the head given."""
        index = heads.unsqueeze(-1).expand(-1, -1, output.deprel_head.shape[-1])
        return self.deprels.scores(output.deprel_head.gather(1, index), output.deprel_dep)


def _additive(mask: Tensor) -> Tensor:
    """A mask to add to attention scores: 0 where kept, a large negative number elsewhere."""
    return (1.0 - mask[:, None, None, :].float()) * -1e4
