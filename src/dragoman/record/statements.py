"""When two reports give one statement, and what they add up to.

Only wording that is nearly the same counts, or a stretch of the very words: a translation that
differs throughout stays a statement of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

from rapidfuzz import fuzz

from dragoman import timex
from dragoman.record import leads, numbers, parties
from dragoman.record.features import Feature, Field, Rules, company, days_between, topics
from dragoman.record.told import Told
from dragoman.record.wording import Wording, content_of, overlap, run
from dragoman.types import Statement

_KEY_WORDS = 8
"""Words of a statement that make keys: its longest, which are mostly its rarest."""

_TELLING = 3
"""Words that tell a statement from others without its speaker."""

_NEWS, _STALE = 2, 10
"""Days between two reports: of the same news; no longer of the same words."""

_VERBATIM = 10
"""Words in a row by which an utterance is known, whoever is said to have made it."""

_SLIP, _FRAME = 2, 4
"""Words that differ between two reports of one sentence, and same words around them."""


def wording(one: Told[Statement], other: Told[Statement]) -> float:
    """The words are the same, or one report has a part of the other's."""
    a, b = one.text, other.text
    if not a.content & b.content:
        return 0.0
    return max(fuzz.ratio(a.words, b.words) >= 85, _shared(one, other), _in_common(a, b))


def speaker(one: Told[Statement], other: Told[Statement]) -> float:
    """One report does not say who speaks."""
    return 0.0 if one.claim.speakers and other.claim.speakers else -1.0


def when_said(one: Told[Statement], other: Told[Statement]) -> float:
    """Both are dated, or reported, at the same time."""
    gap = days_between(_when(one), _when(other))
    if gap is None:
        return 0.2
    return 1.0 if gap <= _NEWS else 0.4 if gap <= _STALE else -0.5


def contradict(one: Told[Statement], other: Told[Statement]) -> bool:
    """Whether they cannot be one: other speakers, or other days, and not the very words."""
    if _other_speakers(one, other) and not _is_verbatim(one, other):
        return True
    return not timex.agree(one.claim.said_on, other.claim.said_on, slack=1) and wording(one, other) < 1


def _other_speakers(one: Told[Statement], other: Told[Statement]) -> bool:
    """Whether others speak; a state, and who acts for it, may be one where words are quoted."""
    ones, others = one.actors(one.claim.speakers), other.actors(other.claim.speakers)
    alike = max((parties.likeness(a, b) for a in ones for b in others), default=0.0)
    if not ones or not others or alike == parties.SAME:
        return False
    return not (alike and _is_quoted(one, other))


def _is_quoted(one: Told[Statement], other: Told[Statement]) -> bool:
    """Whether one quotes what stands in the other."""
    return _repeats_quotation(one.text, other) or _repeats_quotation(other.text, one)


def _is_verbatim(one: Told[Statement], other: Told[Statement]) -> bool:
    """Whether both quote the very words, and so many that nobody else can have used them."""
    if "indirect" in {one.claim.kind, other.claim.kind}:
        return False
    words = run(one.text.words, other.text.words)
    return len(words) >= _VERBATIM and len(words) >= 0.9 * min(len(one.text.words), len(other.text.words))


def apart(one: Told[Statement], other: Told[Statement]) -> bool:
    """Whether one article makes both, in other words: it has them as two."""
    return one.heading.id == other.heading.id and one.text.words != other.text.words


def keys(told: Told[Statement]) -> Iterator[str]:
    """Each speaker with each of the longest words; the very longest in pairs, whoever speaks."""
    longest = sorted(told.text.content, key=lambda word: (-len(word), word))
    speakers = told.actors(told.claim.speakers)
    for who in sorted({parties.called(actor) for actor in speakers}):
        yield from (f"statement|{who}|{word}" for word in longest[:_KEY_WORDS])
    for where in sorted({parties.home(actor) for actor in speakers}):
        yield from (f"statement|{where}|{word}" for word in longest[:_TELLING])
    for one, other in combinations(sorted(longest[:_TELLING]), 2):
        yield f"statement||{one}|{other}"


def when(told: Told[Statement]) -> tuple[str, str]:
    """The days that a key covers: those on which it may have been reported."""
    value = told.claim.said_on if timex.days(told.claim.said_on) else told.heading.published
    return timex.bounds(value, slack=_STALE)


def lead(tolds: Sequence[Told[Statement]]) -> Statement:
    """The fullest wording, word for word where a report has it so."""
    claims = [told.claim for told in tolds]
    base = leads.best(claims, lambda claim: (claim.kind != "indirect", _length(claim)))
    return replace(
        base,
        speakers=leads.fullest([told.actors(told.claim.speakers) for told in tolds]),
        addressee=leads.fullest([told.actors(told.claim.addressee) for told in tolds]),
        topics=leads.union(claim.topics for claim in claims),
        said_on=leads.most_precise(claim.said_on for claim in claims),
        place=leads.commonest(claim.place for claim in claims),
    )


def _when(told: Told[Statement]) -> timex.Days | None:
    return timex.days(told.claim.said_on) or told.published


def _length(claim: Statement) -> int:
    return sum(span.end - span.start for span in claim.evidence)


def _shared(one: Told[Statement], other: Told[Statement]) -> float:
    """How much a stretch of words that both have says: most of one report, or all that one quotes."""
    a, b = one.text, other.text
    words = run(a.words, b.words)
    if len(content_of(words)) >= 3 and len(words) >= min(7, 0.6 * min(len(a.words), len(b.words))):
        return 0.9
    return 0.75 if _is_quoted(one, other) else 0.0


def _repeats_quotation(one: Wording, other: Told[Statement]) -> bool:
    """Whether one has the words that the other quotes."""
    quotations = (other.text.words,) if other.claim.kind == "direct" else other.text.quoted
    shared = ((quoted, run(quoted, one.words)) for quoted in quotations)
    return any(len(words) >= 0.75 * len(quoted) and len(content_of(words)) >= 2 for quoted, words in shared)


def _in_common(a: Wording, b: Wording) -> float:
    """How much the words that both have say, wherever they stand."""
    return 0.8 * overlap(a.content, b.content) if len(a.content & b.content) >= 4 else 0.0


def _quoted_content(told: Told[Statement]) -> str | None:
    """The wording, where the report gives words as they were said."""
    return None if told.claim.kind == "indirect" else " … ".join(one.exact for one in told.claim.evidence)


def _names(told: Told[Statement]) -> str | None:
    return ", ".join(actor.name for actor in told.actors(told.claim.speakers)) or None


def _counts(told: Told[Statement]) -> str | None:
    """The words, where they count something."""
    text = " … ".join(one.exact for one in told.claim.evidence)
    return text if numbers.counted(text) else None


def _differ_in_numbers(one: Told[Statement], other: Told[Statement]) -> bool:
    return numbers.clash(_counts(one) or "", _counts(other) or "")


def _differ_in_words(one: Told[Statement], other: Told[Statement]) -> bool:
    """Whether the same words surround others: "very firmly opposed", "very strongly opposed"."""
    a, b = one.text.words, other.text.words
    steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return any(
        step == "replace"
        and i2 - i1 <= _SLIP >= j2 - j1
        and _is_framed(steps, n)
        and _is_other(a[i1:i2], b[j1:j2])
        for n, (step, i1, i2, j1, j2) in enumerate(steps)
    )


def _is_framed(steps: Sequence[tuple[str, int, int, int, int]], at: int) -> bool:
    """Whether the same words stand on both sides, and enough of them."""
    if not 0 < at < len(steps) - 1:
        return False
    before, after = (step[2] - step[1] for step in (steps[at - 1], steps[at + 1]))
    return before + after >= _FRAME


def _is_other(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    a, b = content_of(ones), content_of(others)
    return bool(a and b) and not a & b


RULES = Rules(
    features=(
        Feature(wording, 0.75),
        Feature(speaker, 0.08),
        Feature(when_said, 0.2),
        Feature(company, 0.2),
        Feature(topics, 0.1),
    ),
    threshold=0.7,
    keys=keys,
    when=when,
    contradict=contradict,
    apart=apart,
    lead=lead,
    fields=(
        Field("wording", _quoted_content, _differ_in_words),
        Field("speakers", _names, _other_speakers),
        Field("numbers", _counts, _differ_in_numbers),
    ),
)
"""How statements are brought together."""
