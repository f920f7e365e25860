"""Every feature can say what it means."""

from __future__ import annotations

import pytest

from builders import LAVROV, LE_DRIAN, account, article, meeting
from dragoman.record import meetings
from dragoman.record.clusters import RULES
from dragoman.record.features import Feature, explain, score
from dragoman.record.told import tell


@pytest.mark.parametrize(
    "feature", [one for rules in RULES.values() for one in rules.features], ids=lambda f: f.name
)
def test_a_feature_gives_its_reason(feature: Feature) -> None:
    assert feature.reason.endswith(".")
    assert feature.weight > 0


def test_what_is_explained_adds_up_to_the_score() -> None:
    told = []
    for page in ("one", "two"):
        of = article("They met in Paris.", published="2017-07-07", page=page)
        told += tell(account(of, meeting(of, of.text, LAVROV, LE_DRIAN, place="Paris")))
    found = explain(meetings.RULES, *told)
    assert [name for name, _, _ in found] == ["participants", "date", "place", "status", "form", "company"]
    assert sum(value for _, value, _ in found) == pytest.approx(score(meetings.RULES, *told))
