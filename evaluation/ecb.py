"""Merging of reports against ECB+ (Cybulska and Vossen 2014): which mentions of events in articles are one.

The mentions are given; what is measured is the merging of `dragoman.record`, where `dragoman.stories`
says which articles tell the same news. In one article mentions of one lemma are taken as one event; each is
a claim whose trigger is its lemma, with its sentence and the place marked there, so that the record's own
rules bring those of different articles together. ECB+ marks neither types nor who does what to whom, and
nothing is said of it. Nor has it dates: all articles are taken as of one day, which makes the two stories of
a topic (two earthquakes) harder to tell apart than they were. The baseline puts together whatever has the
same lemma in a topic. Only sentences that ECB+ lists as checked count, and even topics: the odd ones are
there to learn from.
"""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from dragoman import actors, articles, language, record, stories
from dragoman.pipeline import Findings
from dragoman.record.told import company_of
from dragoman.types import Account, Event, Evidence, Heading, Page
from evaluation.chains import Chains, Counts

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["score"]

_DAY = "2009-01-01"
_LIGHT = frozenset("be have do get make take go".split())  # noqa: SIM905 - a list to read
_CONTENT = {"VERB", "NOUN", "PROPN", "ADJ", "NUM", "AUX"}


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mention of an event: its key (unique in all articles), its lemma, its chain across articles."""

    key: str
    lemma: str
    chain: str
    sentence: str
    place: str | None


@dataclass(frozen=True, slots=True)
class _Report:
    """An article as it was read, with its mentions."""

    found: Findings
    mentions: tuple[_Mention, ...]


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
        reports = [_report(path, checked) for path in sorted(topic.glob("*.xml"))]
        mentions = [m for one in reports for m in one.mentions]
        key = _grouped((m.chain, m) for m in mentions)
        baseline.add(key, _grouped((m.lemma, m) for m in mentions))
        merged.add(key, _merged(reports))
    return {"same lemma": baseline.scores(), "record": merged.scores()}


def _grouped(mentions: Iterable[tuple[str, _Mention]]) -> Chains:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for name, mention in mentions:
        groups[name].add(mention.key)
    return list(groups.values())


def _merged(reports: Sequence[_Report]) -> Chains:
    """What the record brings together."""
    members: dict[str, set[str]] = {}
    accounts = []
    for one in reports:
        account, own = _account(one)
        accounts.append(account)
        members |= own
    return [set().union(*(members[c.id] for c in found.claims)) for found in record.records(accounts)]


def _account(report: _Report) -> tuple[Account, dict[str, set[str]]]:
    """An article as the record takes it, and the mentions of each of its claims."""
    article = report.found.article
    by_lemma: defaultdict[str, list[_Mention]] = defaultdict(list)
    for mention in report.mentions:
        by_lemma[mention.lemma].append(mention)
    claims, members = [], {}
    for lemma, mentions in sorted(by_lemma.items()):
        id = sha256(f"{article.id} {lemma}".encode()).hexdigest()[:16]
        claims.append(_claim(id, article.id, lemma, mentions))
        members[id] = {m.key for m in mentions}
    company = company_of(report.found.actors)
    return Account(Heading.of(article), (), tuple(claims), company=company, trace=report.found.trace), members


def _claim(id: str, article: str, lemma: str, mentions: Sequence[_Mention]) -> Event:
    sentences = dict.fromkeys(m.sentence for m in mentions)
    return Event(
        id=id,
        article=article,
        evidence=tuple(Evidence(article, 0, len(text), text) for text in sentences),
        type="",
        mode=None,
        contexts=(),
        actors=(),
        recipients=(),
        date=None,
        place=next((m.place for m in mentions if m.place), None),
        status="asserted",
        trigger=Evidence(article, 0, len(lemma), lemma),
    )


def _checked(path: Path) -> frozenset[tuple[str, str, str]]:
    with path.open(encoding="utf-8") as lines:
        return frozenset((row[0], row[1], row[2]) for row in csv.reader(lines))


def _report(path: Path, checked: frozenset[tuple[str, str, str]]) -> _Report:
    """Read an article, and find its mentions in what was read."""
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus of one's own
    sentences, spans = _text(root)
    page = Page(
        path.name, "\n".join(sentences.values()).encode(), "text/plain", "utf-8", meta={"published": _DAY}
    )
    (article,) = articles.parse(page).articles
    reading = language.analyse(article)
    cast = actors.resolve(reading)
    known = tuple(e.actor for e in cast.entities)
    trace = stories.trace(article, known, [name for _, name in cast.places], reading.meaning)
    topic, name = path.stem.split("_", 1)
    counted = {s: text for s, text in sentences.items() if (topic, name, s) in checked}
    mentions = _mentions(root, path.stem, counted, spans, reading.doc)
    return _Report(Findings(article, known, (), trace), tuple(mentions))


def _text(root: ET.Element) -> tuple[dict[str, str], dict[str, tuple[int, int]]]:
    """The sentences with their numbers, and where each token stands in them, a line each."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    spans: dict[str, tuple[int, int]] = {}
    at, last = 0, None
    for token in root.iter("token"):
        text, sentence = token.text or "", token.attrib["sentence"]
        at += last is not None  # a space, or the end of a line
        spans[token.attrib["t_id"]] = at, at + len(text)
        words[sentence].append(text)
        at, last = at + len(text), sentence
    return {sentence: " ".join(some) for sentence, some in words.items()}, spans


def _mentions(
    root: ET.Element,
    article: str,
    sentences: Mapping[str, str],
    spans: Mapping[str, tuple[int, int]],
    doc: Doc,
) -> Iterator[_Mention]:
    """The mentions in sentences that count."""
    tokens = {t.attrib["t_id"]: (t.attrib["sentence"], t.text or "") for t in root.iter("token")}
    marks = [
        (mark, [a.attrib["t_id"] for a in mark.iter("token_anchor")]) for mark in root.find("Markables") or ()
    ]
    marks = [(mark, ids) for mark, ids in marks if ids and tokens[ids[0]][0] in sentences]
    places: dict[str, str] = {}
    for mark, ids in marks:
        if mark.tag.startswith("LOC"):
            places.setdefault(tokens[ids[0]][0], " ".join(tokens[id][1] for id in ids))
    chains = dict(_chains(root))
    for mark, ids in marks:
        if "ACTION" in mark.tag:
            key, sentence = f"{article} {mark.attrib['m_id']}", tokens[ids[0]][0]
            chain = chains.get(mark.attrib["m_id"], key)
            lemma = _lemma(doc, [spans[id] for id in ids])
            yield _Mention(key, lemma, chain, sentences[sentence], places.get(sentence))


def _lemma(doc: Doc, spans: Iterable[tuple[int, int]]) -> str:
    """The word of a mention that carries its meaning, in its dictionary form."""
    starts = [token.idx for token in doc]
    inside = {i for start, end in spans for i in range(bisect_left(starts, start), bisect_left(starts, end))}
    heads = [i for i in sorted(inside) if doc[i].head.i not in inside or doc[i].head.i == i]
    telling = [i for i in sorted(inside) if doc[i].pos_ in _CONTENT and doc[i].lemma_.lower() not in _LIGHT]
    best = next((i for i in heads if i in telling), next(iter(telling or heads)))
    return doc[best].lemma_.lower()


def _chains(root: ET.Element) -> Iterator[tuple[str, str]]:
    """The chain of each mention; one within the article only is the article's own."""
    name = root.attrib.get("doc_name", "")
    for relation in root.find("Relations") or ():
        across = relation.tag == "CROSS_DOC_COREF"
        chain = relation.attrib["note"] if across else f"{name} {relation.attrib['r_id']}"
        yield from ((source.attrib["m_id"], chain) for source in relation.iter("source"))
