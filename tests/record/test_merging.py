"""Claims of several articles add up to the same records, in whatever order they come."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from builders import (
    CAST,
    FRANCE,
    LAVROV,
    LE_DRIAN,
    MACRON,
    PUTIN,
    RUSSIA,
    account,
    article,
    meeting,
    relation,
    statement,
)
from dragoman import record
from dragoman.types import Account, Article, Meeting, Neighbourhood, Record


def told(of: Article, *people: object, **values: object) -> Account:
    return account(of, meeting(of, of.text, *people, **values))  # type: ignore[arg-type]


def sole(*accounts: Account) -> Record:
    found = record.records(accounts)
    assert len(found) == 1
    return found[0]


DATED = article("Le Drian met Lavrov in Paris on Thursday.", published="2017-07-07", page="dated")
UNDATED = article("Lavrov saw his French colleague in Paris.", page="undated")


class TestOrder:
    @settings(max_examples=40, deadline=None)
    @given(strategies.accounts(), st.randoms(use_true_random=False))
    def test_any_order_gives_the_same_records(self, world: tuple, chance: random.Random) -> None:
        accounts = [one for _, one in world]
        expected = record.records(accounts)
        chance.shuffle(accounts)
        mixed = [replace(one, claims=tuple(chance.sample(one.claims, len(one.claims)))) for one in accounts]
        assert record.records(mixed) == expected

    @settings(max_examples=20, deadline=None)
    @given(strategies.accounts())
    def test_every_claim_is_in_one_record_of_its_kind(self, world: tuple) -> None:
        accounts = [one for _, one in world]
        found = record.records(accounts)
        assert sorted(claim.id for one in found for claim in one.claims) == sorted(
            {claim.id for one in accounts for claim in one.claims}
        )
        for one in found:
            assert one.lead.id in {claim.id for claim in one.claims}
            assert {type(claim) for claim in one.claims} == {type(one.lead)}


class TestMerge:
    def test_retires_records_that_are_joined(self) -> None:
        one, other = (told(of, LAVROV, LE_DRIAN, place="Paris") for of in (DATED, UNDATED))
        alone = record.merge(DATED, CAST, one.claims, Neighbourhood())
        later = record.merge(UNDATED, CAST, other.claims, Neighbourhood((one,), (alone.records[0].id,)))
        assert len(later.records) == 1
        assert {*later.retired} == {alone.records[0].id} - {later.records[0].id}
        assert {chain for _, chain in later.chains} == {min(one.claims[0].id, other.claims[0].id)}

    def test_says_nothing_of_other_claims(self) -> None:
        changes = record.merge(DATED, CAST, told(DATED, LAVROV, LE_DRIAN).claims, Neighbourhood(revision=7))
        assert [claim.article for claim in changes.claims] == [DATED.id]
        assert changes.revision == 7
        assert changes.retired == ()


class TestMeetings:
    def test_an_undated_report_joins_a_dated_one(self) -> None:
        found = sole(
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, LAVROV, LE_DRIAN, place="Paris"),
        )
        assert isinstance(found.lead, Meeting)
        assert found.lead.date == "2017-07-06"
        assert found.discrepancies == ()

    def test_a_weekday_joins_the_date_that_it_falls_on(self) -> None:
        found = sole(
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, LAVROV, LE_DRIAN, date="XXXX-WXX-4", place="Paris"),
        )
        assert isinstance(found.lead, Meeting)
        assert found.lead.date == "2017-07-06"

    def test_another_weekday_does_not(self) -> None:
        accounts = (
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06"),
            told(UNDATED, LAVROV, LE_DRIAN, date="XXXX-WXX-2"),
        )
        assert len(record.records(accounts)) == 2

    def test_the_state_stands_for_its_minister(self) -> None:
        found = sole(
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, FRANCE, RUSSIA, place="Paris"),
        )
        assert isinstance(found.lead, Meeting)
        assert {*found.lead.participants} == {LE_DRIAN.id, LAVROV.id}

    @pytest.mark.parametrize(
        "date", ["2017-07", "2017-W27", "2017-07-05/2017-07-07", "2017-07-06", "XXXX-07-06"]
    )
    def test_a_less_precise_date_agrees(self, date: str) -> None:
        found = sole(
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, LE_DRIAN, LAVROV, date=date, place="Paris"),
        )
        assert isinstance(found.lead, Meeting)
        assert found.lead.date == "2017-07-06"
        assert found.discrepancies == ()

    @pytest.mark.parametrize(
        ("values", "why"),
        [
            ({"date": "2017-06", "place": "Moscow"}, "another month and place"),
            ({"place": "Moscow"}, "another place"),
            ({"form": "call", "date": "2017-07-06"}, "a call is no meeting"),
            ({"status": "planned", "place": "Paris"}, "not yet held"),
            ({"date": "2017-09-06", "place": "Paris"}, "another date"),
        ],
    )
    def test_does_not_join(self, values: dict[str, str], why: str) -> None:
        accounts = (
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, LE_DRIAN, LAVROV, **values),
        )
        assert len(record.records(accounts)) == 2, why

    def test_other_people_of_the_same_states_are_another_meeting(self) -> None:
        accounts = (
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, MACRON, PUTIN, date="2017-07-06", place="Paris"),
        )
        assert len(record.records(accounts)) == 2

    def test_foretold_and_held_on_one_day_is_one(self) -> None:
        found = sole(
            told(DATED, MACRON, PUTIN, date="2019-08-19", status="planned"),
            told(UNDATED, MACRON, PUTIN, date="2019-08-19", status="held"),
        )
        assert isinstance(found.lead, Meeting)
        assert found.lead.status == "held"

    @pytest.mark.parametrize(("day", "records"), [("2017-07-20", 1), ("2017-07-01", 2), ("2017-12-01", 2)])
    def test_what_is_foretold_with_no_date_came_about_soon_after(self, day: str, records: int) -> None:
        accounts = (
            told(DATED, MACRON, PUTIN, place="Paris", status="planned"),
            told(UNDATED, MACRON, PUTIN, place="Paris", date=day, status="held"),
        )
        assert len(record.records(accounts)) == records

    def test_two_days_in_one_article_stay_two(self) -> None:
        of = article("They met on Thursday. They met again on Friday.", published="2017-07-08")
        one = account(
            of,
            meeting(of, "They met on Thursday.", LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            meeting(of, "They met again on Friday.", LE_DRIAN, LAVROV, date="2017-07-07", place="Paris"),
        )
        assert len(record.records([one])) == 2

    def test_one_occasion_told_twice_in_one_article_is_one(self) -> None:
        of = article("They met on Thursday. The two had met for an hour.", published="2017-07-08")
        one = account(
            of,
            meeting(of, "They met on Thursday.", LE_DRIAN, LAVROV, place="Paris"),
            meeting(of, "The two had met for an hour.", LE_DRIAN, LAVROV, place="Paris"),
        )
        assert len(record.records([one])) == 1

    def test_an_undated_report_that_fits_two_occasions_joins_neither(self) -> None:
        july = article("They met in July.", published="2017-07-07", page="july")
        may = article("They met in May.", published="2017-05-03", page="may")
        accounts = (
            told(july, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(may, LE_DRIAN, LAVROV, date="2017-05-02", place="Paris"),
            told(UNDATED, LE_DRIAN, LAVROV, place="Paris"),
        )
        assert len(record.records(accounts)) == 3

    def test_reports_a_day_apart_disagree_on_the_date(self) -> None:
        found = sole(
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, LE_DRIAN, LAVROV, date="2017-07-07", place="Paris"),
        )
        assert [(one.field, {*one.values}) for one in found.discrepancies] == [
            ("date", {("2017-07-06", (DATED.id,)), ("2017-07-07", (UNDATED.id,))})
        ]

    def test_reports_disagree_on_the_place(self) -> None:
        found = sole(
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Versailles"),
        )
        assert [one.field for one in found.discrepancies] == ["place"]

    def test_a_city_is_no_other_place_than_its_country(self) -> None:
        found = sole(
            told(DATED, LE_DRIAN, LAVROV, date="2017-07-06", place="Paris"),
            told(UNDATED, LE_DRIAN, LAVROV, date="2017-07-06", place="France"),
        )
        assert found.discrepancies == ()

    def test_a_summit_is_known_by_day_and_place_and_one_who_takes_part(self) -> None:
        found = sole(
            told(DATED, LE_DRIAN, MACRON, PUTIN, form="multilateral", date="2017-07-06", place="Hamburg"),
            told(UNDATED, MACRON, LAVROV, form="multilateral", date="2017-07-06", place="Hamburg"),
        )
        assert [one.field for one in found.discrepancies] == ["participants"]

    def test_a_report_that_names_minister_and_state_keeps_both(self) -> None:
        found = sole(told(DATED, LE_DRIAN, FRANCE, RUSSIA, date="2017-07-06"))
        assert isinstance(found.lead, Meeting)
        assert found.lead.participants == (LE_DRIAN.id, FRANCE.id, RUSSIA.id)


class TestStatements:
    def say(self, of: Article, *words: str, kind: str = "direct", **values: object) -> Account:
        return account(of, *(statement(of, one, LAVROV, kind=kind, **values) for one in words))  # type: ignore[arg-type]

    def test_the_same_words_are_one_statement(self) -> None:
        one = article("“Our number one enemy is terrorism,” said Lavrov.", published="2017-07-07", page="1")
        other = article("Lavrov: our number one enemy is terrorism.", published="2017-07-06", page="2")
        words = "number one enemy is terrorism"
        assert len(record.records([self.say(one, words), self.say(other, words, kind="indirect")])) == 1

    def test_a_part_of_the_words_is_the_same_statement(self) -> None:
        whole = "Terrorism is our number one enemy, and all else must wait until it is defeated"
        one = article(whole, published="2017-07-07", page="1")
        other = article("terrorism was “our number one enemy”", published="2017-07-07", page="2")
        accounts = [self.say(one, whole), self.say(other, other.text, kind="mixed")]
        assert sole(*accounts).lead.evidence[0].exact == whole

    def test_the_same_words_months_later_are_another_statement(self) -> None:
        one = article("nothing has been decided yet in this matter", published="2017-07-07", page="1")
        other = article("nothing has been decided yet in this matter", published="2018-01-07", page="2")
        assert len(record.records([self.say(one, one.text), self.say(other, other.text)])) == 2

    def test_another_speaker_makes_another_statement(self) -> None:
        one = article("Our number one enemy is terrorism", published="2017-07-07", page="1")
        other = article("Our number one enemy is terrorism", published="2017-07-07", page="2")
        theirs = account(other, statement(other, other.text, LE_DRIAN))
        assert len(record.records([self.say(one, one.text), theirs])) == 2

    def test_an_unknown_speaker_of_the_very_words_may_be_the_known_one(self) -> None:
        one = article("Nothing will be decided before the ministers meet", published="2017-07-07", page="1")
        other = replace(one, id="other", page="2")
        unknown = account(other, statement(other, other.text))
        assert sole(self.say(one, one.text), unknown).lead == self.say(one, one.text).claims[0]

    def test_one_article_never_has_two_wordings_in_one_record(self) -> None:
        one = article("the talks were a success. the talks were a great success", published="2017-07-07")
        other = article("the talks were a great success", published="2017-07-07", page="2")
        accounts = [self.say(one, *one.text.split(". ")), self.say(other, other.text)]
        assert sorted(len(found.claims) for found in record.records(accounts)) == [1, 2]

    def test_a_word_that_differs_inside_a_quotation_is_a_discrepancy(self) -> None:
        one = article(
            "We are both very firmly opposed to the use of such weapons", published="2017-07-07", page="1"
        )
        other = article("We are both very strongly opposed to the use of such weapons", page="2")
        found = sole(self.say(one, one.text), self.say(other, other.text))
        assert [d.field for d in found.discrepancies] == ["wording"]


class TestRelations:
    def test_an_office_is_one_relation_however_it_is_put(self) -> None:
        accounts = [
            account(DATED, relation(DATED, "Lavrov", LAVROV, "holds_office", "foreign minister of Russia")),
            account(
                UNDATED,
                relation(UNDATED, "Lavrov", LAVROV, "holds_office", "Russia foreign minister", since="2004"),
            ),
        ]
        found = sole(*accounts)
        assert getattr(found.lead, "since", None) == "2004"
