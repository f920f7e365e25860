"""The wordings of one statement beside each other."""

from __future__ import annotations

from typing import Literal

from dragoman.export import wordings
from dragoman.export.document import EvidencePart, StatementReport


def report(
    article: str, *words: str, kind: Literal["direct", "indirect", "mixed"] = "direct", start: int = 10
) -> StatementReport:
    spans = []
    for one in words:
        spans.append(EvidencePart(article=article, start=start, end=start + len(one), exact=one))
        start += len(one) + 5
    return StatementReport(
        article=article, evidence=tuple(spans), kind=kind, content=tuple(spans), cue=None, source=None,
        speakers=(), addressee=(), topics=(), said_on=None, place=None,
    )  # fmt: skip


def test_the_fullest_comes_first_and_the_others_differ_from_it() -> None:
    full = report("a", "We are very firmly opposed to the use of such weapons")
    short = report("b", "very strongly opposed to the use of such weapons")

    first, second = wordings.compare([short, full])

    assert (first.report, first.differs) == (full, ())
    ((start, end),) = second.differs
    assert short.content[0].exact[start - 10 : end - 10] == "strongly"


def test_a_paraphrase_hangs_under_the_quotation_and_is_not_compared() -> None:
    quoted = report("a", "We are opposed")
    told = report("b", "that both were firmly opposed to all of it", kind="indirect")

    found = wordings.compare([told, quoted])

    assert [one.report.article for one in found] == ["a", "b"]
    assert found[1].differs == ()


def test_one_wording_is_no_comparison() -> None:
    assert wordings.compare([report("a", "We are opposed."), report("b", "we are opposed")]) == ()


def test_differences_lie_within_one_span() -> None:
    full = report("a", "We want peace and nothing else, and we say so")
    other = report("b", "We want peace now", "today and we say so")

    spans = other.content
    for start, end in wordings.compare([full, other])[1].differs:
        assert any(s.start <= start < end <= s.end for s in spans)
