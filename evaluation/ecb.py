"""Merging of reports against ECB+ (Cybulska and Vossen 2014): which mentions of events in articles are one.

The mentions are given, with the people, organisations and places that are marked in their sentences; what
is measured is the merging of `dragoman.record`, not reading. In one article mentions with one lemma are
taken as one event; each is a claim whose type is its lemma, so that the record's own rules bring those of
different articles together. A topic of ECB+ holds two stories that are alike (two earthquakes). The baseline
puts together whatever has the same lemma in a topic. Only sentences that ECB+ lists as checked count, and
even topics: the odd ones are there to learn from.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from dragoman import record
from dragoman.folding import fold
from dragoman.record.wording import content_of
from dragoman.types import Account, Actor, ActorKind, Event, Evidence, Heading
from evaluation.chains import Chains, Counts

__all__ = ["score"]

_KINDS = {"HUMAN_PART_PER": ActorKind.PERSON, "HUMAN_PART_ORG": ActorKind.ORGANIZATION}
_FUNCTION = frozenset("be have do get make take go up out off on in to".split())  # noqa: SIM905 - a list to read


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mention of an event: its article, its key there, its lemma, and its chain across articles."""

    article: str
    key: str
    lemma: str
    chain: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Article:
    name: str
    sentences: dict[str, str]
    mentions: tuple[_Mention, ...]
    named: dict[str, tuple[tuple[ActorKind | None, str], ...]]
    """Who (with a kind) and where (None) is named in each sentence."""


def score(folder: Path, *, parity: int = 0) -> dict[str, Any]:
    """MUC, B-cubed and CEAF-e of the baseline and of the record, over the even topics.

    Args:
        folder: holds a folder for each topic, and the list of checked sentences.
        parity: 1 for the odd topics.
    """
    checked = _checked(folder / "ECBplus_coreference_sentences.csv")
    baseline, merged = Counts(), Counts()
    topics = sorted((p for p in folder.iterdir() if p.is_dir()), key=lambda p: int(p.name))
    for topic in (p for p in topics if int(p.name) % 2 == parity):
        articles = [_article(path, checked) for path in sorted(topic.glob("*.xml"))]
        mentions = [m for one in articles for m in one.mentions]
        key = _grouped((m.chain, m) for m in mentions)
        baseline.add(key, _grouped((m.lemma, m) for m in mentions))
        merged.add(key, _merged(articles))
    return {"same lemma": baseline.scores(), "record": merged.scores()}


def _grouped(mentions: Iterable[tuple[str, _Mention]]) -> Chains:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for name, mention in mentions:
        groups[name].add(f"{mention.article} {mention.key}")
    return list(groups.values())


def _merged(articles: Iterable[_Article]) -> Chains:
    """What the record brings together."""
    members: dict[str, set[str]] = {}
    accounts = []
    for one in articles:
        account, own = _account(one)
        accounts.append(account)
        members |= own
    return [set().union(*(members[c.id] for c in found.claims)) for found in record.records(accounts)]


def _account(article: _Article) -> tuple[Account, dict[str, set[str]]]:
    """An article as the record takes it, and the mentions of each of its claims."""
    actors = {a.id: a for named in article.named.values() for a in _actors(named)}
    by_lemma: defaultdict[str, list[_Mention]] = defaultdict(list)
    for mention in article.mentions:
        by_lemma[mention.lemma].append(mention)
    claims, members = [], {}
    for lemma, mentions in sorted(by_lemma.items()):
        sentences = list(dict.fromkeys(m.sentence for m in mentions))
        named = [one for s in sentences for one in article.named.get(s, ())]
        id = sha256(f"{article.name} {lemma}".encode()).hexdigest()[:16]
        texts = [article.sentences[s] for s in sentences]
        claims.append(
            Event(
                id=id,
                article=article.name,
                evidence=tuple(Evidence(article.name, 0, len(t), t) for t in texts),
                type=lemma,
                mode=None,
                contexts=(),
                actors=tuple(a.id for a in _actors(named)),
                recipients=(),
                date=None,
                place=next((text for kind, text in named if kind is None), None),
                status="asserted",
            )
        )
        members[id] = {f"{m.article} {m.key}" for m in mentions}
    heading = Heading(article.name, article.name, None, None, None, None, "en", "", 0)
    return Account(heading, tuple(actors.values()), tuple(claims)), members


def _actors(named: Iterable[tuple[ActorKind | None, str]]) -> list[Actor]:
    found = {f"{kind}:{fold(text)}": (kind, text) for kind, text in named if kind is not None}
    return [Actor(id, text, kind) for id, (kind, text) in found.items() if kind is not None]


def _checked(path: Path) -> frozenset[tuple[str, str, str]]:
    with path.open(encoding="utf-8") as lines:
        return frozenset((row[0], row[1], row[2]) for row in csv.reader(lines))


def _article(path: Path, checked: frozenset[tuple[str, str, str]]) -> _Article:
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus of one's own
    tokens = {t.attrib["t_id"]: (t.attrib["sentence"], t.text or "") for t in root.iter("token")}
    topic, name = path.stem.split("_", 1)
    sentences: defaultdict[str, list[str]] = defaultdict(list)
    for sentence, word in tokens.values():
        sentences[sentence].append(word)
    chains = dict(_chains(root))
    named: defaultdict[str, list[tuple[ActorKind | None, str]]] = defaultdict(list)
    mentions = []
    for mark in root.find("Markables") or ():
        words = [tokens[a.attrib["t_id"]] for a in mark.iter("token_anchor")]
        if not words or (topic, name, words[0][0]) not in checked:
            continue
        text, sentence = " ".join(word for _, word in words), words[0][0]
        if "ACTION" in mark.tag:
            key = mark.attrib["m_id"]
            chain = chains.get(key, f"{path.stem} {key}")
            mentions.append(_Mention(path.stem, key, _lemma(text), chain, sentence))
        elif mark.tag in _KINDS or mark.tag.startswith("LOC"):
            named[sentence].append((_KINDS.get(mark.tag), text))
    told = {s: " ".join(words) for s, words in sentences.items()}
    return _Article(path.stem, told, tuple(mentions), {s: tuple(n) for s, n in named.items()})


def _chains(root: ET.Element) -> Iterator[tuple[str, str]]:
    """The chain of each mention; one within the article only is the article's own."""
    name = root.attrib.get("doc_name", "")
    for relation in root.find("Relations") or ():
        across = relation.tag == "CROSS_DOC_COREF"
        chain = relation.attrib["note"] if across else f"{name} {relation.attrib['r_id']}"
        yield from ((source.attrib["m_id"], chain) for source in relation.iter("source"))


def _lemma(text: str) -> str:
    """The word of a mention that carries its meaning, without its ending."""
    words = [w for w in fold(text).split() if w not in _FUNCTION] or fold(text).split() or [text]
    return next(iter(sorted(content_of(words[:1]))), words[0])
