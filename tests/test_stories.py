"""Stories: which articles go together, whatever the order in which they are read."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import CAST, LAVROV, article
from dragoman import stories
from dragoman.types import Article, Placed, Trace

QUAKE = (
    "An earthquake flattened Bishkunar and the governor Osman Terelek asked for tents and field hospitals."
)
QUAKE_TOO = "Tents and field hospitals are on the way to Bishkunar, Osman Terelek said after the earthquake."
VOTE = (
    "Parliament in Lumbovia threw out the fisheries treaty by four votes, to the anger of premier Ilse Vank."
)


def read(text: str, day: str | None = "2017-07-07", page: str = "a.txt") -> Article:
    return article(text, published=day, page=page)


def traced(text: str, day: str | None = "2017-07-07", page: str = "a.txt") -> Trace:
    return stories.trace(read(text, day, page), CAST)


def grouped(traces: list[Trace]) -> dict[str, str]:
    """The story of each article, told one after the other."""
    placed: dict[str, Placed] = {}
    for n, new in enumerate(traces):
        found = stories.place(new, traces[:n], placed.values())
        placed |= {one.article: one for one in found}
    return {id: placed[id].story for id in sorted(placed)}


def test_two_reports_of_one_affair_are_a_story_and_a_third_is_another() -> None:
    one, two, other = traced(QUAKE), traced(QUAKE_TOO, "2017-07-08", "b.txt"), traced(VOTE, page="c.txt")
    found = grouped([one, two, other])
    assert found[one.article] == found[two.article] == stories.id_of(one.article)
    assert found[other.article] == stories.id_of(other.article)


@pytest.mark.parametrize(("day", "is_one"), [("2017-07-14", True), ("2017-07-15", False)])
def test_a_story_has_its_next_report_within_a_week(day: str, *, is_one: bool) -> None:
    found = grouped([traced(QUAKE), traced(QUAKE, day, "b.txt")])
    assert (len({*found.values()}) == 1) is is_one


def test_an_article_without_a_date_goes_with_others_by_rare_words() -> None:
    dated, undated = traced(QUAKE), traced(QUAKE, None, "b.txt")
    assert len({*grouped([undated, dated]).values()}) == 1
    assert not stories.meets(
        traced("The minister met the premier."), traced("The minister met the premier.", None)
    )


def test_meaning_alone_speaks_for_one_story() -> None:
    vector = (0.6, 0.8)
    one = stories.trace(read(QUAKE), (), (), vector)
    two = stories.trace(read(VOTE, page="b.txt"), (), (), vector)
    assert stories.meaning(one, two) == pytest.approx(1.0)
    assert stories.meaning(one, traced(VOTE)) == 0.0


def test_each_feature_says_what_it_means() -> None:
    assert all(compare.__doc__ for compare in stories.FEATURES)
    one = stories.trace(read(QUAKE), [LAVROV], ["Bishkunar"], (1.0, 0.0))
    best = sum(weight for weight in stories.FEATURES.values() if weight > 0)
    assert stories.strength(one, one) == pytest.approx(best, abs=1e-3)


WORDS = st.lists(
    st.sampled_from(["bishkunar", "terelek", "lumbovia", "vank", "osman", "quake", "tents", "treaty"]),
    min_size=1,
    max_size=6,
)
DAYS = st.sampled_from([None, "2017-07-01", "2017-07-04", "2017-07-09", "2017-07-16", "2017-07"])
POOLS = st.lists(st.tuples(WORDS, DAYS), min_size=1, max_size=9)


@given(POOLS, st.randoms(use_true_random=False))
def test_stories_do_not_depend_on_the_order(
    pool: list[tuple[list[str], str | None]], chance: random.Random
) -> None:
    traces = [traced(" ".join(words), day, f"{n}.txt") for n, (words, day) in enumerate(pool)]
    expected = grouped(traces)
    assert grouped(chance.sample(traces, len(traces))) == expected


@given(POOLS, st.data())
def test_what_is_judged_holds_for_those_that_hang_on_it(
    pool: list[tuple[list[str], str | None]], data: st.DataObject
) -> None:
    traces = [traced(" ".join(words), day, f"{n}.txt") for n, (words, day) in enumerate(pool)]
    placed: dict[str, Placed] = {}
    for n, new in enumerate(traces):
        placed |= {one.article: one for one in stories.place(new, traces[:n], placed.values())}
    judged = data.draw(st.sampled_from(sorted(placed)))
    told = [
        one if id != judged else Placed(id, one.story, one.parent, one.strength, "story-other")
        for id, one in placed.items()
    ]
    now = {one.article: one for one in stories.settle(told)}
    assert now[judged].story == "story-other"
    for id, one in now.items():
        if id != judged:
            assert one.story == (now[one.parent].story if one.parent else stories.id_of(id))
