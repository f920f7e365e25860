"""Finds statements: who said what, word for word or in paraphrase.

The model says which words are a source, a cue and a content and which belong together. What is decided
here: whether the cue reports speech at all, where the words begin and end, who the source is, and what
happens to quotations that no cue introduces.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.claims import clauses, closings, contents, cues, edges, introductions, speakers, topics
from dragoman.claims.cues import Sense
from dragoman.claims.evidence import cite, named
from dragoman.claims.syntax import has_subject, stretch
from dragoman.types import Statement, TimeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Span as Stretch

    from dragoman.types import Attribution, Block, Cast, Quotation, Reading, Span

__all__ = ["find"]

_WORDS = 4
"""A quotation with no cue needs this many words: shorter ones are names, and words held at arm's length."""


_LEAST = 2
"""So many words has a paraphrase at least."""

_ALIKE = 0.5
"""Words that share this much are told once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making, as spans of the text."""

    contents: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    actors: tuple[str, ...]


def find(reading: Reading, cast: Cast) -> list[Statement]:
    """The statements of an article, in order."""
    drafts = _united(reading, _attributed(reading, cast))
    drafts = sorted(_completed(reading, cast, drafts), key=lambda d: d.contents[0])
    drafts = sorted(_continued(reading, drafts), key=lambda d: d.contents[0])
    drafts = [_introduced(reading, cast, d) for d in drafts]
    drafts = _once(_carried(reading, drafts))
    return [_statement(reading, cast, draft) for draft in drafts if _tells(reading, draft)]


def _tells(reading: Reading, draft: Draft) -> bool:
    """Whether a statement says enough: a paraphrase needs a speaker who is known, and more than a word.

    A quotation with neither speaker nor cue needs more, and is no word held at arm's length.
    """
    kind, is_told = contents.kind(draft.contents, reading.quotations), bool(draft.actors or draft.source)
    words = [stretch(reading.doc, c) for c in draft.contents]
    said = sum(t.is_alpha for found in words if found is not None for t in found)
    if kind != "indirect":
        return draft.cue is not None or is_told or (kind == "direct" and said >= _WORDS)
    if draft.cue is None and all(_is_thing(reading, c) for c in draft.contents):
        return False
    return said >= _LEAST and bool(draft.actors)


def _attributed(reading: Reading, cast: Cast) -> Iterator[Draft]:
    """A draft for each attribution that reports speech."""
    text = reading.article.text
    for attribution in reading.attributions:
        if attribution.cue is not None and not _block(reading, attribution.cue).kind.makes_claims:
            continue
        told = [c for c in attribution.contents if _block(reading, c).kind.makes_claims]
        for cue, source, some in _parted(reading, attribution, told):
            settled = [contents.settle(text, _own(reading, c, cue), reading.quotations) for c in some]
            spans = tuple(sorted({s for s in settled if s is not None}))
            if spans and _reports_speech(reading, attribution, cue, spans):
                who, named = speakers.speakers(reading.doc, cast, source, cue)
                if not who:
                    who, named = speakers.speakers(reading.doc, cast, attribution.source, cue)
                yield Draft(spans, cue, named, who)


def _united(reading: Reading, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, two that their cue parts as one: `Both countries, he added, were opposed`."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: d.contents[0]):
        last = out[-1] if out else None
        if last is not None and last.actors == draft.actors and _is_parted(reading, last, draft):
            out[-1] = replace(last, contents=(*last.contents, *draft.contents))
        else:
            out.append(draft)
    return out


def _is_parted(reading: Reading, last: Draft, draft: Draft) -> bool:
    """Whether a cue parts the subject of what it reports from the rest."""
    if draft.cue is None or last.cue != draft.cue:
        return False
    subject, rest = (stretch(reading.doc, s) for s in (last.contents[-1], draft.contents[0]))
    if subject is None or rest is None or not subject.root.dep_.startswith("nsubj"):
        return False
    return subject.root.pos_ != "PRON" and rest.start <= subject.root.head.i < rest.end


def _own(reading: Reading, content: Span, cue: Span | None) -> Span:
    """A content without what its cue or the reporter adds, where it is no quotation."""
    if cue is None or contents.kind([content], reading.quotations) == "direct":
        return content
    return edges.cut(reading.doc, content, cue)


def _parted(
    reading: Reading, attribution: Attribution, told: Sequence[Span]
) -> Iterator[tuple[Span | None, Span | None, list[Span]]]:
    """The cue, source and contents of an attribution, those apart that another verb of saying governs."""
    own = [(c, clauses.governor(reading.doc, c)) for c in told]
    cue = attribution.cue
    kept = [c for c, verb in own if verb is None or (cue is not None and verb.overlaps(cue))]
    if kept:
        yield cue, attribution.source, kept
    for verb in dict.fromkeys(verb for c, verb in own if c not in kept):
        yield verb, None, [c for c, other in own if other == verb]


def _completed(reading: Reading, cast: Cast, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, and the reports that the model has no cue for, within another or by themselves."""
    yield from drafts
    for cue, words in clauses.find(reading):
        found = _draft(reading, cast, words, cue, None)
        if found is not None and not _is_known(found, drafts):
            yield found
    for closing in closings.find(reading):
        found = _draft(reading, cast, closing.words, closing.cue, closing.source)
        if found is not None and not any(_is_part(found, draft) for draft in drafts):
            yield found


def _draft(reading: Reading, cast: Cast, words: Span, cue: Span, source: Span | None) -> Draft | None:
    """A draft of words and their cue; None where nobody is known to say them."""
    content = contents.settle(reading.article.text, _own(reading, words, cue), reading.quotations)
    if content is None or not _block(reading, cue).kind.makes_claims:
        return None
    who, named = speakers.speakers(reading.doc, cast, source, cue)
    return Draft((content,), cue, named, who) if who else None


def _is_part(found: Draft, draft: Draft) -> bool:
    """Whether a draft has some of the same words from the same speakers."""
    return draft.actors == found.actors and any(c.overlaps(found.contents[0]) for c in draft.contents)


def _is_known(found: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a draft has these words for its own, and does not report that another said them."""
    (span,), cue = found.contents, found.cue
    return any(
        (draft.actors == found.actors or not any(cue and c.contains(cue) for c in draft.contents))
        and sum(max(0, min(span.end, c.end) - max(span.start, c.start)) for c in draft.contents)
        > _ALIKE * max(span.end - span.start, sum(c.end - c.start for c in draft.contents))
        for draft in drafts
    )


def _reports_speech(
    reading: Reading, attribution: Attribution, cue: Span | None, spans: Sequence[Span]
) -> bool:
    quoted = contents.kind(spans, reading.quotations) != "indirect"
    words = stretch(reading.doc, cue) if cue is not None else None
    if words is None:
        return quoted or attribution.is_said
    sense = cues.sense(words)
    if sense == Sense.DENIED or (sense == Sense.PRIVATE and not quoted):
        return False
    if not quoted and _is_silent(reading, words, spans):
        return False
    return attribution.is_said or sense == Sense.SPEECH or quoted


def _is_silent(reading: Reading, cue: Stretch, spans: Sequence[Span]) -> bool:
    """Whether no words are told: `discussed the war` gives a subject, `declined to comment` nothing."""
    if cues.is_topical(cue) and all(_is_thing(reading, s) for s in spans):
        return True
    return cues.is_refusing(cue) and any(_is_speech(reading, s) for s in spans)


def _is_speech(reading: Reading, content: Span) -> bool:
    """Whether what would be done is to speak."""
    words = stretch(reading.doc, content)
    return words is not None and words.root.lemma_ in cues.words()["verbs"] | {"comment"}


def _is_thing(reading: Reading, content: Span) -> bool:
    """Whether words name something and say nothing of it: a noun with no subject of its own."""
    words = stretch(reading.doc, content)
    if words is None:
        return False
    return words.root.pos_ in {"NOUN", "PROPN"} and not has_subject(words.root)


def _continued(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, and what is quoted with no cue.

    A quotation that follows one in the same paragraph belongs to its statement; one that is a
    paragraph of its own is a statement of the last speaker.
    """
    out = list(drafts)
    for quotation in reading.quotations:
        if _is_told(quotation, out) or not _is_long(reading, quotation):
            continue
        before = [i for i, d in enumerate(out) if d.contents[0].start < quotation.inner.start]
        if not before:
            continue
        last = max(before, key=lambda i: out[i].contents[-1].end)
        inner = contents.settle(reading.article.text, quotation.inner, reading.quotations)
        if inner is None:
            continue
        if _block(reading, out[last].contents[-1]) == _block(reading, inner):
            if _is_quoted(reading, out[last]):
                out[last] = replace(out[last], contents=(*out[last].contents, inner))
        elif _fills_its_paragraph(reading, quotation):
            out.append(Draft((inner,), None, None, out[last].actors))
    yield from out


def _introduced(reading: Reading, cast: Cast, draft: Draft) -> Draft:
    """A draft with no cue, completed from the words before it that end in a colon: `Lavrov replied:`."""
    if draft.cue is not None or draft.source is not None:
        return draft
    found = introductions.find(reading, draft.contents[0])
    who, named = speakers.speakers(reading.doc, cast, None, found) if found is not None else ((), None)
    return replace(draft, cue=found, source=named, actors=who) if who else draft


def _carried(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those with nobody named completed with the last speaker where it must be he.

    So it is where a cue in the same paragraph has no subject, where a quotation with no cue fills or opens a
    paragraph, and where a paper speaks for somebody: `The statement said`.
    """
    out: list[Draft] = []
    for draft in drafts:
        if out and not draft.actors and _speaks_on(reading, out[-1], draft):
            out.append(replace(draft, actors=out[-1].actors))
        else:
            out.append(draft)
    return out


def _once(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that another has whole, unless it reports them as a report within its own."""
    return [d for d in drafts if not any(_has(other, d) for other in drafts if other is not d)]


def _has(one: Draft, other: Draft) -> bool:
    within = all(any(c.contains(own) for c in one.contents) for own in other.contents)
    if not within or one.actors != other.actors or one.contents == other.contents:
        return False
    return other.cue is None or not any(c.contains(other.cue) for c in one.contents)


def _speaks_on(reading: Reading, last: Draft, draft: Draft) -> bool:
    if _is_paper(reading, draft.source):
        return True
    if draft.source is not None:
        return False
    first = draft.contents[0]
    block = _block(reading, first)
    if _block(reading, last.contents[-1]) == block:
        return True
    around = (q for q in reading.quotations if q.inner.contains(first)) if draft.cue is None else ()
    return any(q.outer.start == block.start or _fills_its_paragraph(reading, q) for q in around)


def _is_paper(reading: Reading, source: Span | None) -> bool:
    words = stretch(reading.doc, source) if source is not None else None
    return words is not None and words.root.lemma_.lower() in cues.words()["papers"]


def _is_told(quotation: Quotation, drafts: Sequence[Draft]) -> bool:
    return any(quotation.outer.overlaps(c) for d in drafts for c in d.contents)


def _is_long(reading: Reading, quotation: Quotation) -> bool:
    if not _block(reading, quotation.inner).kind.makes_claims:
        return False
    words = stretch(reading.doc, quotation.inner)
    return words is not None and sum(t.is_alpha for t in words) >= _WORDS


def _is_quoted(reading: Reading, draft: Draft) -> bool:
    return contents.kind(draft.contents, reading.quotations) == "direct"


def _fills_its_paragraph(reading: Reading, quotation: Quotation) -> bool:
    block = _block(reading, quotation.outer)
    around = block.end - block.start - (quotation.outer.end - quotation.outer.start)
    return around <= (block.end - block.start) // 5


def _block(reading: Reading, span: Span) -> Block:
    """The block that a span begins in."""
    blocks = reading.article.blocks
    at = bisect_right([b.start for b in blocks], span.start) - 1
    return blocks[max(at, 0)]


def _statement(reading: Reading, cast: Cast, draft: Draft) -> Statement:
    article = reading.article
    evidence = tuple(cite(article, c) for c in draft.contents)
    claim = Statement(
        id="",
        article=article.id,
        evidence=evidence,
        kind=contents.kind(draft.contents, reading.quotations),
        speakers=draft.actors,
        addressee=speakers.addressees(reading.doc, cast, draft.cue),
        topics=topics.find(reading.doc, draft.contents),
        said_on=_said_on(reading, draft.cue),
        cue=cite(article, draft.cue) if draft.cue is not None else None,
        source=cite(article, draft.source) if draft.source is not None else None,
    )
    return named(claim)


def _said_on(reading: Reading, cue: Span | None) -> str | None:
    """The day that the cue names: `said on Thursday`."""
    words = stretch(reading.doc, cue) if cue is not None else None
    if words is None:
        return None
    near = {words.root.i, *(t.i for t in words.root.children)}
    for time in reading.times:
        if time.kind == TimeKind.DATE and time.value and not time.value.endswith("_REF"):
            found = stretch(reading.doc, time.span)
            if (
                found is not None
                and found.root.dep_.startswith(("obl", "advmod"))
                and found.root.head.i in near
            ):
                return time.value
    return None
