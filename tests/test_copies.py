"""A copy is found whatever was done to it; a report that shares some words is none."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import article
from dragoman import copies
from dragoman.types import Article, Block, BlockKind, Heading, Likeness

CHANCE = random.Random(3)
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "rd", "st", "l", "m")]


def prose(number: int, *, of: int) -> list[str]:
    """Words that no other number gives in this order."""
    return random.Random(of).choices(WORDS, k=number)


def story(words: list[str], **values: object) -> Article:
    return article(" ".join(words), **values)  # type: ignore[arg-type]


WIRE = prose(300, of=1)


def edited(words: list[str], every: int) -> list[str]:
    return [("other" if n % every == every - 1 else word) for n, word in enumerate(words)]


class TestLikeness:
    @pytest.mark.parametrize(
        "copy",
        [
            WIRE,
            prose(50, of=2) + WIRE[50:],
            prose(90, of=2) + WIRE,
            WIRE[:90],
            prose(40, of=2) + WIRE[:110],
            edited(WIRE, 10),
            edited(WIRE[:200], 15),
            WIRE[200:] + WIRE[:100] + WIRE[100:200],
            [word.upper() for word in WIRE],
        ],
        ids=[
            "same",
            "head",
            "before",
            "cut",
            "head-and-cut",
            "edited",
            "cut-and-edited",
            "reordered",
            "capitals",
        ],
    )
    def test_a_copy_is_found(self, copy: list[str]) -> None:
        one, other = story(WIRE), story(copy, page="other.txt")
        found = copies.likeness(one, other)
        assert found is not None
        assert (found.one, found.other) == tuple(sorted((one.id, other.id)))
        assert found == copies.likeness(other, one)
        assert copies.SHARE <= found.share <= 1

    @pytest.mark.parametrize(
        "other",
        [
            prose(300, of=2),
            prose(150, of=2) + WIRE[100:160] + prose(150, of=4),
            prose(200, of=2) + WIRE[-80:],
            prose(290, of=2) + WIRE,
            prose(6, of=2),
        ],
        ids=["other words", "a quotation", "a foot", "as much of its own", "a line"],
    )
    def test_another_report_is_none(self, other: list[str]) -> None:
        longer = story(WIRE + prose(400, of=9))
        assert copies.likeness(longer, story(other, page="other.txt")) is None

    def test_what_says_much_of_its_own_is_none_however_much_it_shares(self) -> None:
        shared = prose(2000, of=5)
        one = story(shared + prose(copies.OWN + 50, of=6))
        other = story(shared + prose(copies.OWN + 60, of=7))
        assert copies.likeness(one, other) is None

    def test_only_what_makes_claims_counts(self) -> None:
        def under_a_headline(words: list[str], of: int) -> Article:
            head, text = " ".join(prose(20, of=of)), " ".join(words)
            blocks = (
                Block(BlockKind.HEADLINE, 0, len(head)),
                Block(BlockKind.PARAGRAPH, len(head) + 1, len(head) + 1 + len(text)),
            )
            return replace(article(f"{head}\n{text}"), blocks=blocks)

        short = WIRE[:30]
        assert copies.likeness(under_a_headline(short, 2), under_a_headline(short, 4)) is not None
        assert copies.likeness(under_a_headline(short, 2), under_a_headline(prose(30, of=8), 2)) is None

    def test_no_article_is_a_copy_of_itself_or_of_nothing(self) -> None:
        assert copies.likeness(story(WIRE), story(WIRE)) is None
        assert copies.likeness(article(""), article("", page="other.txt")) is None

    def test_the_same_few_words_are_a_copy(self) -> None:
        assert copies.likeness(article("Ministers met."), article("Ministers met.", page="other.txt"))


class TestSample:
    @settings(max_examples=50, deadline=None)
    @given(st.integers(30, 400), st.integers(0, 10_000), st.floats(0.3, 1))
    def test_what_is_cut_from_a_text_is_likely(self, size: int, of: int, kept: float) -> None:
        words = prose(size, of=of)
        one, other = (copies.sample(story(some)) for some in (words, words[: max(30, int(kept * size))]))
        assert copies.likely(len({*one} & {*other}), len(one), len(other))

    def test_is_a_fraction_of_a_text_but_not_of_a_line(self) -> None:
        assert 1 / 6 < len(copies.sample(story(prose(2000, of=1)))) / 2000 < 1 / 3
        assert len(copies.sample(story(prose(8, of=1)))) == copies.FEWEST
        assert copies.sample(article("")) == ()


def heading(id: str, published: str | None, size: int = 100) -> Heading:
    return replace(Heading.of(article("x" * size, published=published)), id=id)


class TestOriginals:
    def test_the_earliest_then_the_longest_then_the_first_id(self) -> None:
        told = [
            heading("a", None, 900),
            heading("b", "2017-07-07", 900),
            heading("c", "2017-07-06T09:00", 100),
            heading("d", "2017-07-06", 200),
            heading("e", "2017-07-06T23:00", 200),
        ]
        found = [Likeness(one.id, other.id, 1.0) for one in told for other in told if one.id < other.id]
        assert copies.originals(told, found) == dict.fromkeys("abce", "d")

    def test_a_copy_of_a_copy_is_one_of_the_original(self) -> None:
        told = [heading("a", "2017-07-06"), heading("b", "2017-07-07"), heading("c", "2017-07-08")]
        found = [Likeness("a", "b", 0.8), Likeness("b", "c", 0.9)]
        assert copies.originals(told, found) == {"b": "a", "c": "a"}

    def test_what_holds_two_reports_does_not_make_them_one(self) -> None:
        told = [heading("a", "2017-07-06"), heading("b", "2017-07-07"), heading("review", "2017-07-08")]
        found = [Likeness("a", "review", 0.8), Likeness("b", "review", 0.9)]
        assert copies.originals(told, found) == {"review": "b"}

    def test_articles_that_are_not_there_are_passed_over(self) -> None:
        assert copies.originals([heading("a", None)], [Likeness("a", "b", 1.0)]) == {}

    @settings(max_examples=100)
    @given(st.data())
    def test_is_the_same_in_any_order_and_leads_to_no_copy(self, data: st.DataObject) -> None:
        days = st.sampled_from([None, "2017-07-06", "2017-07", "2017-07-08"])
        told = [heading(id, data.draw(days), data.draw(st.integers(1, 3))) for id in "abcdef"]
        pairs = st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))
        drawn = data.draw(st.dictionaries(pairs, st.sampled_from([0.7, 0.8, 1.0])))
        found = [Likeness(*pair, share) for pair, share in drawn.items() if pair[0] < pair[1]]
        origins = copies.originals(told, found)
        shuffled = copies.originals(data.draw(st.permutations(told)), data.draw(st.permutations(found)))
        assert shuffled == origins
        assert not {*origins.values()} & origins.keys()
        linked = {id for pair in found for id in (pair.one, pair.other)}
        assert origins.keys() <= linked


def test_copies_stand_together_the_original_first() -> None:
    origins = {"b": "a", "c": "a", "e": "z", "f": "z"}
    assert copies.grouped(["b", "d", "a", "c", "e", "f", "b"], origins) == (
        ("a", "b", "c"),
        ("d",),
        ("e", "f"),
    )
