"""What is brought together under an issue."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.issues import Group, Matter, group, normal

NATIONS = {"syria": "Syria", "syrian": "Syria", "russia": "Russia", "united states": "United States"}
A, B = frozenset({"a"}), frozenset({"b"})


def matter(
    id: str,
    *topics: str,
    text: str = "",
    by: frozenset[str] = A,
    sort: tuple[str, ...] = (),
    issue: str | None = None,
) -> Matter:
    return Matter(id, by, topics, text, sort, issue)


def named(*matters: Matter, own: frozenset[str] = frozenset()) -> dict[str | None, list[str]]:
    groups = group(matters, own=own, nations=NATIONS)
    return {one.name: [m.id for m in one.matters] for one in groups}


def test_records_with_the_same_topic_share_an_issue() -> None:
    assert named(matter("1", "Heavy weapons"), matter("2", "heavy weapon"), matter("3", "gas")) == {
        "heavy weapon": ["1", "2"],
        None: ["3"],
    }


def test_a_common_word_is_an_issue_only_where_both_sides_use_it() -> None:
    assert named(matter("1", "sanctions"), matter("2", "sanctions")) == {None: ["1", "2"]}
    assert named(matter("1", "sanctions"), matter("2", "sanctions", by=B)) == {"sanctions": ["1", "2"]}


def test_names_go_before_common_words() -> None:
    matters = [
        matter("1", "effort", "Minsk"),
        matter("2", "effort", by=B),
        matter("3", "effort"),
        matter("4", "Minsk"),
    ]
    assert named(*matters) == {"effort": ["2", "3"], "Minsk": ["1", "4"]}


def test_a_topic_that_ends_another_takes_it_in_but_one_that_begins_it_does_not() -> None:
    assert named(matter("1", "terrorism"), matter("2", "international terrorism", by=B)) == {
        "terrorism": ["1", "2"]
    }
    assert named(matter("1", "war"), matter("2", "war games", by=B)) == {None: ["1", "2"]}
    assert named(matter("1", "state"), matter("2", "Islamic State", by=B)) == {None: ["1", "2"]}


def test_an_adjective_of_a_state_means_the_state() -> None:
    assert named(matter("1", "Syria"), matter("2", "Syrian")) == {"Syria": ["1", "2"]}
    assert named(matter("1", "Syria"), matter("2", text="the Syrian army")) == {"Syria": ["1", "2"]}


def test_names_and_terms_are_found_in_other_words_but_common_words_are_not() -> None:
    assert named(matter("1", "chemical weapons"), matter("2", text="any chemical weapon")) == {
        "chemical weapons": ["1", "2"]
    }
    assert named(matter("1", "Minsk"), matter("2", "Minsk agreements")) == {"Minsk": ["1", "2"]}
    assert named(matter("1", "hope"), matter("2", text="no hope", by=B)) == {None: ["1", "2"]}


def test_a_side_is_no_issue_by_any_of_its_words() -> None:
    own = frozenset({"russia", "moscow"})
    assert named(matter("1", "Russia"), matter("2", "Russia"), own=own) == {None: ["1", "2"]}
    assert named(matter("1", "Moscow"), matter("2", "Moscow"), own=own) == {None: ["1", "2"]}


def test_what_both_sides_speak_of_is_taken_first() -> None:
    both = [matter("1", "INF", "NATO"), matter("4", "INF", by=B)]
    assert named(*both, matter("2", "NATO"), matter("3", "NATO")) == {"INF": ["1", "4"], "NATO": ["2", "3"]}


def test_a_topic_counts_more_than_a_name_in_passing() -> None:
    matters = [
        *(matter(id, "Normandy", text="Syria") for id in "12"),
        matter("3", "Syria"),
    ]
    assert named(*matters) == {"Normandy": ["1", "2"], None: ["3"]}


def test_the_sort_of_an_act_brings_together_only_what_no_topic_does() -> None:
    acts = [matter(id, sort=("military",)) for id in "12"]
    assert named(*acts, matter("3", "Syria", sort=("military",)), matter("4", "Syria")) == {
        "Syria": ["3", "4"],
        "military": ["1", "2"],
    }


def test_what_reports_mark_keeps_its_own_issue_and_comes_first() -> None:
    marked = matter("m", by=A | B, text="the town", issue="the town")
    assert named(matter("1", "gas"), matter("2", "gas", by=B), marked) == {
        "the town": ["m"],
        "gas": ["1", "2"],
    }


def test_any_word_of_what_reports_mark_may_be_the_issue() -> None:
    marked = matter("m", by=A | B, text="a new ceasefire in the east", issue="a new ceasefire in the east")
    assert named(matter("1", "ceasefire"), marked) == {"ceasefire": ["1", "m"]}


def test_a_mark_without_an_issue_is_named_by_its_words() -> None:
    (name,) = named(matter("m", by=A | B, text="they " * 40, issue=""))
    assert name is not None
    assert name.startswith("“they they")
    assert len(name) <= 60


@pytest.mark.parametrize(
    ("topic", "compared"), [("The Parties", "the party"), ("Gas", "gas"), ("press", "press")]
)
def test_topics_are_compared_in_the_singular(topic: str, compared: str) -> None:
    assert normal(topic) == compared


TOPICS = st.sampled_from(
    ["gas", "Gas", "heavy weapons", "weapons", "Syria", "Syrian army", "Russia", "Minsk"]
)


@st.composite
def worlds(draw: st.DrawFn) -> list[Matter]:
    return [
        matter(
            str(n),
            *draw(st.lists(TOPICS, max_size=3)),
            text=draw(st.sampled_from(["", "no Minsk, no gas", "the Syrian weapons"])),
            by=draw(st.sampled_from([A, B, A | B])),
            sort=draw(st.sampled_from([(), ("military",), ("legal", "gas")])),
            issue=draw(st.sampled_from([None, None, "", "gas in Syria"])),
        )
        for n in range(draw(st.integers(0, 12)))
    ]


@given(worlds(), st.randoms(use_true_random=False))
def test_each_record_stands_under_one_issue_whatever_the_order(
    world: list[Matter], chance: random.Random
) -> None:
    own = frozenset({"russia"})
    groups = group(world, own=own, nations=NATIONS)
    shown = [m.id for one in groups for m in one.matters]
    assert sorted(shown) == sorted(m.id for m in world)
    mixed = group(chance.sample(world, len(world)), own=own, nations=NATIONS)
    assert [_as_sets(one) for one in mixed] == [_as_sets(one) for one in groups]


def _as_sets(one: Group) -> tuple[str | None, frozenset[str]]:
    return one.name, frozenset(m.id for m in one.matters)
