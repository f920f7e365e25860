"""The network: one encoder of sentences, a context over passages, a small head for each layer.

Sources: MiniLM (Wang et al. 2020) for the encoder; deep biaffine attention (Dozat and Manning 2017) for
dependencies and for linking the parts of an attribution.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.language.features import QUOTE_STATES, SHAPES, STARTS
from dragoman.language.passages import MAX_WORDS

__all__ = ["Inputs", "Network", "Output", "Sizes"]


@dataclass(frozen=True)
class Sizes:
    """How many labels each head tells apart."""

    upos: int
    xpos: int
    deprels: int
    names: int
    attribution: int
    statement: int


class Inputs(NamedTuple):
    """A batch: (batch, piece) for the first three, (batch, word) for the rest.

    `groups` numbers the sentence of each piece and `sentences` that of each word, -1 where there is
    none; `places` count the pieces within a sentence.
    """

    ids: Tensor
    groups: Tensor
    places: Tensor
    firsts: Tensor
    shapes: Tensor
    quotes: Tensor
    starts: Tensor
    sentences: Tensor


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


class Attention(nn.Module):
    """Multi-head self-attention, query, key and value in one product."""

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
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = self.norm1(x + self.dropout(self.attention(x, mask)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """BERT's encoder, read from a folder that holds `config.json` and `model.safetensors`.

    Each word's features are added to the embedding of its first piece; they begin as nothing. A piece
    sees its own sentence only.
    """

    def __init__(self, folder: Path, dropout: float) -> None:
        super().__init__()
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        hidden = config["hidden_size"]
        self.hidden = hidden
        self.words = nn.Embedding(config["vocab_size"], hidden)
        self.positions = nn.Embedding(config["max_position_embeddings"], hidden)
        self.shapes, self.quotes = nn.Embedding(len(SHAPES), hidden), nn.Embedding(len(QUOTE_STATES), hidden)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quotes.weight)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(hidden, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(config["num_hidden_layers"])
        )
        self._load(load_file(folder / "model.safetensors"))

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

    def forward(self, given: Inputs) -> Tensor:
        """The vector of each word's first piece: (batch, word, hidden)."""
        known = (given.sentences >= 0).unsqueeze(-1)
        features = (self.shapes(given.shapes) + self.quotes(given.quotes)) * known
        firsts = given.firsts.unsqueeze(-1).expand_as(features)
        x = self.words(given.ids) + self.positions(given.places)
        x = self.dropout(self.norm(x.scatter_add(1, firsts, features.to(x.dtype))))
        mask = _additive(given.groups.unsqueeze(1) == given.groups.unsqueeze(2))
        for layer in self.layers:
            x = layer(x, mask)
        return x.gather(1, firsts)


class Context(nn.Module):
    """Layers in which the words of a passage see each other, across its sentences."""

    def __init__(self, hidden: int, layers: int, dropout: float) -> None:
        super().__init__()
        self.positions, self.starts = nn.Embedding(MAX_WORDS, hidden), nn.Embedding(len(STARTS), hidden)
        nn.init.normal_(self.positions.weight, std=0.02)
        nn.init.normal_(self.starts.weight, std=0.02)
        self.norm = nn.LayerNorm(hidden)
        self.layers = nn.ModuleList(Layer(hidden, 6, 2 * hidden, dropout) for _ in range(layers))

    def forward(self, words: Tensor, given: Inputs) -> Tensor:
        places = torch.arange(words.shape[1], device=words.device)
        x = self.norm(words + self.positions(places) + self.starts(given.starts))
        mask = _additive((given.sentences >= 0).unsqueeze(1))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Pairs(nn.Module):
    """Biaffine scores of each word with each other: (batch, from, to); with itself, a score of its own."""

    def __init__(self, hidden: int, size: int, dropout: float) -> None:
        super().__init__()
        self.left = nn.Sequential(nn.Linear(hidden, size), nn.GELU(), nn.Dropout(dropout))
        self.right = nn.Sequential(nn.Linear(hidden, size), nn.GELU(), nn.Dropout(dropout))
        self.weight = nn.Linear(size, size, bias=False)
        self.bias = nn.Linear(size, 1)
        self.alone = nn.Linear(size, 1)

    def forward(self, x: Tensor) -> Tensor:
        left, right = self.left(x), self.right(x)
        pairs = self.weight(left) @ right.transpose(-1, -2) + self.bias(right).transpose(-1, -2)
        places = torch.arange(x.shape[1], device=x.device)
        itself = (places.unsqueeze(0) == places.unsqueeze(1)).to(pairs.dtype)
        return pairs * (1 - itself) + self.alone(left) * itself


class Labels(nn.Module):
    """Biaffine scores of the labels of given pairs of words."""

    def __init__(self, hidden: int, size: int, labels: int, dropout: float) -> None:
        super().__init__()
        self.head = nn.Sequential(nn.Linear(hidden, size), nn.GELU(), nn.Dropout(dropout))
        self.dep = nn.Sequential(nn.Linear(hidden, size), nn.GELU(), nn.Dropout(dropout))
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
    """The whole: `forward` gives the scores of every head for a batch of passages.

    Grammar is read from each sentence alone; names and attributions see the whole passage.
    """

    def __init__(
        self, encoder: Path, sizes: Sizes, *, dropout: float = 0.1, head_dropout: float = 0.25
    ) -> None:
        super().__init__()
        self.encoder = Encoder(encoder, dropout)
        hidden = self.encoder.hidden
        self.context = Context(hidden, 2, dropout)
        self.drop = nn.Dropout(head_dropout)
        self.upos, self.xpos = nn.Linear(hidden, sizes.upos), nn.Linear(hidden, sizes.xpos)
        self.arcs = Pairs(hidden, 256, head_dropout)
        self.deprels = Labels(hidden, 128, sizes.deprels, head_dropout)
        self.names = nn.Linear(hidden, sizes.names)
        self.attribution = nn.Linear(hidden, sizes.attribution)
        self.statement = nn.Linear(hidden + sizes.attribution, sizes.statement)
        self.links = Pairs(hidden, 128, head_dropout)

    def forward(self, given: Inputs) -> Output:
        """Scores of every head."""
        words = self.encoder(given)
        x, y = self.drop(words), self.drop(self.context(words, given))
        attribution = self.attribution(y)
        return Output(
            upos=self.upos(x),
            xpos=self.xpos(x),
            arcs=self.arcs(x),
            deprel_head=self.deprels.head(x),
            deprel_dep=self.deprels.dep(x),
            names=self.names(y),
            attribution=attribution,
            statement=self.statement(torch.cat([y, attribution], dim=-1)),
            links=self.links(y),
        )

    def labelled(self, output: Output, heads: Tensor) -> Tensor:
        """(batch, word, deprel) scores, each word hanging on the head given."""
        index = heads.unsqueeze(-1).expand(-1, -1, output.deprel_head.shape[-1])
        return self.deprels.scores(output.deprel_head.gather(1, index), output.deprel_dep)


def _additive(mask: Tensor) -> Tensor:
    """A (batch, from, to) mask to add to attention scores: 0 where kept, large and negative elsewhere."""
    return (1.0 - mask.unsqueeze(1).float()) * -1e4
