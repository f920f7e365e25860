"""Learns the weights of the features by which events are found, from the project's own gold articles.

Three logistic regressions, one after the other: who acts; upon whom, given who acts; whether a sign is an
event that people wrote down, given who the first two say takes part. What the third learns from is read with
weights that have not seen the article. Source of the method: L2-regularised logistic regression, by L-BFGS.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from evaluation.record import open_scorer

from dragoman import actors, articles, language, sources
from dragoman.claims import signs, statements
from dragoman.claims.events import Weighed, weigh
from dragoman.claims.participants import Company, actor_features, recipient_features
from dragoman.claims.scene import Scene
from dragoman.claims.signs import Sign
from dragoman.claims.syntax import stretch
from dragoman.claims.weights import BIAS, Weights
from dragoman.types import Span, Statement

__all__ = ["FOLDS", "Taught", "fit", "learn", "read", "write"]

FOLDS = 5
"""The articles are parted into so many, to read each with weights that have not seen it."""

STRENGTH = {"actor": 0.1, "recipient": 0.1, "event": 0.05}
"""How much the examples weigh against small weights."""

_SMALL = 0.005
"""Weights smaller than this are left out."""

_CARD = """# The weights of events

Written by `python -m training events`; do not edit.

Three logistic regressions over named features: who acts in an event (`actor`), upon whom (`recipient`), and
whether a word tells of an event worth a record (`event`). A feature's weight says how much it speaks for or
against; the features are told in `claims/participants.py` and `claims/keeping.py`.

- Learned from: Dragoman's own gold articles, train part: {articles} articles, {events} events. The
  annotations are the project's own; the texts are their publishers', and none of their words but single
  dictionary forms of triggers are kept here.
- Read by the language model `{reader}`; another one needs other weights.
- {weights} weights, CC BY-SA 4.0.
- Scores: docs/evaluation.md, `record.gold-dev.*.events`, and `python -m evaluation events`.
"""

Row = tuple[frozenset[str], bool]
"""What is so of a candidate, and whether it is the one."""


@dataclass(frozen=True)
class Taught:
    """A gold article as the package reads it, with its events."""

    scene: Scene
    statements: tuple[Statement, ...]
    gold: dict[str, Any]
    scorer: ModuleType

    def is_one(self, actor: str, keys: Sequence[str]) -> bool:
        """Whether an actor is one of the gold article's, by the scorer's own measure."""
        known = self.scene.actors[actor]
        told = {"name": known.name, "names": known.names, "kind": known.kind.value, "country": known.country}
        entities = {e["key"]: e for e in self.gold["entities"]}
        return any(self.scorer.same_actor(told, entities[k]) for k in keys if k in entities)

    def evidence(self, event: Mapping[str, Any]) -> Span | None:
        """Where the sentence of a gold event stands."""
        return _place(self.scene.reading.article.text, event["evidence"], 0)

    def trigger(self, event: Mapping[str, Any]) -> Span | None:
        """Where the words that tell of a gold event stand."""
        sentence = self.evidence(event)
        if sentence is None or not event["trigger"]:
            return None
        found = _place(self.scene.reading.article.text, event["trigger"], sentence.start)
        return found if found is not None and found.end <= sentence.end else None


def read(folder: Path, texts: Path, scoring: Path) -> list[Taught]:
    """The gold articles of a folder, read by the package."""
    module = open_scorer(scoring)
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for page in sources.fetch([str(texts / f"{gold['id']}.txt")]):
            for article in articles.parse(page).articles:
                reading = language.analyse(article)
                cast = actors.resolve(reading)
                said = tuple(statements.find(reading, cast))
                found.append(Taught(Scene(reading, cast), said, gold, module))
    return found


def write(shared: Path, data: Path) -> None:
    """Writes the weights that the gold articles teach, and a card that says so, into a folder."""
    taught = read(shared / "gold" / "train", shared / "gold" / "texts", shared / "score")
    weights = learn(taught)
    text = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
    (data / "event_weights.json").write_text(text + "\n", encoding="utf-8")
    numbers = {
        "articles": len(taught),
        "events": sum(len(t.gold["events"]) for t in taught),
        "weights": sum(len(w) for w in weights.values()),
        "reader": language.model.load().version,
    }
    (data / "event_weights.md").write_text(_CARD.format(**numbers), encoding="utf-8")


def learn(taught: Sequence[Taught]) -> dict[str, Weights]:
    """The weights that some articles teach."""
    parts = [list(taught[n::FOLDS]) for n in range(FOLDS)]
    rows: list[Row] = []
    for n, part in enumerate(parts):
        others = [t for m, other in enumerate(parts) if m != n for t in other]
        unseen = _of_parts(others) | {"event": {}}
        for one in part:
            found = list(weigh(one.scene, one.statements, unseen))
            rows += zip((w.features for w in found), kept(one, found), strict=True)
    return _of_parts(taught) | {"event": fit(rows, STRENGTH["event"])}


def _of_parts(taught: Sequence[Taught]) -> dict[str, Weights]:
    """The weights for who acts and upon whom."""
    acting: list[Row] = []
    upon: list[Row] = []
    for one in taught:
        for sign, event, company in _examples(one):
            stands = company.candidates(sign)
            acts = [a for a in stands if one.is_one(a, event["actors"])]
            struck = [a for a in stands if one.is_one(a, event["recipients"])]
            if acts:
                acting += _rows({a: actor_features(company, sign, a, w) for a, w in stands.items()}, acts)
            if struck:
                found = {a: recipient_features(company, sign, a, w, acts) for a, w in stands.items()}
                upon += _rows(found, struck)
            company.remember(acts, struck)
    return {"actor": fit(acting, STRENGTH["actor"]), "recipient": fit(upon, STRENGTH["recipient"])}


def _rows(found: Mapping[str, set[str]], right: Sequence[str]) -> Iterator[Row]:
    yield from ((frozenset(features), actor in right) for actor, features in found.items())


def _examples(one: Taught) -> Iterator[tuple[Sign, dict[str, Any], Company]]:
    """The gold events in order, each with the sign that tells of it, found or made."""
    found = signs.find(one.scene, one.statements)
    told = [(_sign(one, event, found), event) for event in one.gold["events"]]
    company = Company(one.scene)
    for sign, event in sorted(((s, e) for s, e in told if s is not None), key=lambda t: t[0].at.i):
        yield sign, event, company


def _sign(one: Taught, event: dict[str, Any], found: Iterable[Sign]) -> Sign | None:
    """The sign of an event's own words, else one of its type in its sentence, else one made of its words."""
    sentence, words = one.evidence(event), one.trigger(event)
    if sentence is None:
        return None
    near = [s for s in found if s.type == event["type"] and _is_in(s, sentence)]
    own = [s for s in near if words is not None and words.start <= s.at.idx < words.end]
    if own or near:
        return (own or near)[0]
    said = stretch(one.scene.doc, words) if words is not None else None
    if said is None:
        return None
    around = signs.around(said.root, one.statements)
    speaks = around is not None and any(one.is_one(a, event["actors"]) for a in around.speakers)
    return Sign(
        said.root, event["type"], None, event["status"], around, spoken=speaks and said.root.pos_ != "VERB"
    )


def kept(one: Taught, found: Sequence[Weighed]) -> list[bool]:
    """Which signs are events that people wrote down: one for each, that which has most of it right."""
    right = [False] * len(found)
    for event in one.gold["events"]:
        ranked = sorted((-_likeness(one, event, w), n) for n, w in enumerate(found) if not right[n])
        if ranked and ranked[0][0] < 0:
            right[ranked[0][1]] = True
    return right


def _likeness(one: Taught, event: dict[str, Any], weighed: Weighed) -> int:
    """How much of an event a sign has: nothing where its type or its sentence is another."""
    sign, parts = weighed.sign, weighed.parts
    sentence, words = one.evidence(event), one.trigger(event)
    if sentence is None or sign.type != event["type"] or not _is_in(sign, sentence):
        return 0
    own = words is not None and words.start <= sign.at.idx < words.end
    acts = any(one.is_one(a, event["actors"]) for a in parts.actors)
    upon = not event["recipients"] or any(one.is_one(a, event["recipients"]) for a in parts.recipients)
    return 1 + own + 2 * (acts and upon)


def _is_in(sign: Sign, sentence: Span) -> bool:
    return sign.at.sent.start_char < sentence.end and sentence.start < sign.at.sent.end_char


def _place(text: str, words: str, start: int) -> Span | None:
    at = text.find(words, start)
    return Span(at, at + len(words)) if at >= 0 else None


def fit(rows: Sequence[Row], strength: float) -> Weights:
    """The weight of each feature; of BIAS, how often the answer is yes where nothing else is known."""
    names = sorted({f for features, _ in rows for f in features})
    numbers = {name: n for n, name in enumerate(names)}
    places = [(r, numbers[f]) for r, (features, _) in enumerate(rows) for f in features]
    known = torch.sparse_coo_tensor(
        torch.tensor(places).T, torch.ones(len(places), dtype=torch.float64), (len(rows), len(names))
    ).coalesce()
    right = torch.tensor([answer for _, answer in rows], dtype=torch.float64)
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    step = torch.optim.LBFGS([weights, bias], max_iter=300, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        step.zero_grad()
        scores = torch.sparse.mm(known, weights.unsqueeze(1)).squeeze(1) + bias
        missed = torch.nn.functional.binary_cross_entropy_with_logits(scores, right, reduction="sum")
        total = 0.5 * (weights**2).sum() + strength * missed
        total.backward()
        return total

    step.step(loss)
    learned = dict(zip(names, weights.tolist(), strict=True))
    return {BIAS: round(float(bias), 4)} | {n: round(w, 4) for n, w in learned.items() if abs(w) >= _SMALL}
