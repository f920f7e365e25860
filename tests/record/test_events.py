"""When two reports tell of one event."""

from __future__ import annotations

from dataclasses import replace

from builders import CAST, FRANCE, LAVROV, RUSSIA, account, actor, article, event, span
from dragoman import record, stories
from dragoman.types import Account, Actor, ActorKind

GUNMEN = actor("gunmen", kind=ActorKind.GROUP)
MILITANTS = actor("militants", kind=ActorKind.GROUP)


def told(
    text: str, word: str, by: Actor, *, news: str = "Shells hit the garrison at Tessalit at dawn"
) -> Account:
    of = article(text, published="2017-07-07", page=text)
    claim = replace(event(of, text, "ASSAULT", by, FRANCE), trigger=span(of, word))
    trace = stories.trace(replace(of, title=news), ())
    return replace(account(of, claim, actors=(*CAST, GUNMEN, MILITANTS)), trace=trace)


def records(*accounts: Account) -> int:
    return len(record.records(accounts))


def test_unnamed_actors_may_be_called_otherwise_in_the_same_news() -> None:
    one = told("Gunmen attacked the French post.", "attacked", GUNMEN)
    other = told("The attack by militants left three dead.", "attack", MILITANTS)
    assert records(one, other) == 1


def test_unnamed_actors_of_other_news_are_others() -> None:
    one = told("Gunmen attacked the French post.", "attacked", GUNMEN)
    other = told(
        "An attack by militants left three dead.", "attack", MILITANTS, news="Floods close the road to Kidal"
    )
    assert records(one, other) == 2


def test_another_word_for_what_unnamed_actors_did_is_not_enough() -> None:
    one = told("Gunmen attacked the French post.", "attacked", GUNMEN)
    other = told("Militants shelled a convoy.", "shelled", MILITANTS)
    assert records(one, other) == 2


def test_named_actors_are_never_taken_for_each_other() -> None:
    one = told("Russia attacked the French post.", "attacked", RUSSIA)
    other = told("Attacked by Turkey, the post fell.", "Attacked", actor("Turkey", kind=ActorKind.STATE))
    assert records(one, other) == 2


def test_one_who_acts_for_a_state_is_that_state() -> None:
    one = told("Russia attacked the French post.", "attacked", RUSSIA)
    other = told("Lavrov led the attack on the French post.", "attack", LAVROV)
    assert records(one, other) == 1
