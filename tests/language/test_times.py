"""Times: what is found, what it is worth against the article's date, and what is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language import sentences, words
from dragoman.language.times import find
from dragoman.language.times.calendar import Reference, Tense
from dragoman.types import Span, TimeKind
from evaluation import timex as evaluation

SHARED = Path(__file__).parents[3] / "shared"
FRIDAY = "2017-07-07"


def plain(text: str) -> Doc:
    """A Doc of words and sentences without parts of speech."""
    return evaluation.plain(text)


def values(text: str, published: str | None = FRIDAY) -> dict[str, str | None]:
    """Each expression found with its value."""
    return {text[t.span.start : t.span.end]: t.value for t in find(plain(text), published)}


def test_a_share_behind_a_year_is_no_year() -> None:
    assert values("It fell from 15.1% in 1993 to 11.3% in 2000.") == {"1993": "1993", "2000": "2000"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met on Thursday.", {"Thursday": "2017-07-06"}),
        ("Following Friday's talks, they spoke.", {"Friday": "2017-07-07"}),
        ("They met the following Monday.", {"the following Monday": "2017-07-10"}),
        ("The ministers met on Friday.", {"Friday": "2017-07-07"}),
        ("The ministers will meet on Thursday.", {"Thursday": "2017-07-13"}),
        ("They agreed to meet Thursday.", {"Thursday": "2017-07-13"}),
        ("A vote is scheduled for Monday.", {"Monday": "2017-07-10"}),
        (
            "They met last Friday and meet again next Friday.",
            {"last Friday": "2017-06-30", "next Friday": "2017-07-14"},
        ),
        ("He left Moscow Monday night.", {"Monday night": "2017-07-03TNI"}),
        ("They spoke on Monday of last week.", {"Monday of last week": "2017-06-26"}),
        ("They talked on Wednesday and Thursday.", {"Wednesday and Thursday": "2017-07-05/2017-07-06"}),
        ("He was due on Monday; she arrives Tuesday.", {"Monday": "2017-07-10", "Tuesday": "2017-07-11"}),
    ],
)
def test_weekdays(text: str, expected: dict[str, str]) -> None:
    """A weekday is the last one, or the next one after a verb that looks ahead."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met yesterday and talk again tomorrow.",
            {"yesterday": "2017-07-06", "tomorrow": "2017-07-08"},
        ),
        ("He said earlier today that he was ill.", {"earlier today": "2017-07-07"}),
        ("They dine tonight.", {"tonight": "2017-07-07TNI"}),
        ("They met last month in Moscow.", {"last month": "2017-06"}),
        ("He will go to Kiev next week.", {"next week": "2017-W28"}),
        ("Earlier this year they quarrelled.", {"Earlier this year": "2017"}),
        ("It ends later this month.", {"later this month": "2017-07"}),
        ("They met two weeks ago.", {"two weeks ago": "2017-W25"}),
        ("They met three days ago.", {"three days ago": "2017-07-04"}),
        ("He will be back in three days.", {"three days": "2017-07-10"}),
        ("They met over the weekend.", {"the weekend": "2017-W26-WE"}),
        (
            "They met on June 30 and parted two days later.",
            {"June 30": "2017-06-30", "two days later": "2017-07-02"},
        ),
        (
            "He arrived on June 30. The next day he left.",
            {"June 30": "2017-06-30", "The next day": "2017-07-01"},
        ),
        ("He came the day before yesterday.", {"the day before yesterday": "2017-07-05"}),
        ("It fell by the end of the year.", {"the end of the year": "2017"}),
    ],
)
def test_distances(text: str, expected: dict[str, str]) -> None:
    """What is near or far is reckoned from the article's date, or from the date before."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on July 6, 2017, in Paris", {"July 6, 2017": "2017-07-06"}),
        ("on 6 July in Paris", {"6 July": "2017-07-06"}),
        ("on Thursday, 6 July 2017", {"Thursday, 6 July 2017": "2017-07-06"}),
        ("The summit is on August 24th-26th.", {"August 24th-26th": "2017-08-24/2017-08-26"}),
        ("from 24 to 26 August 2019", {"24 to 26 August 2019": "2019-08-24/2019-08-26"}),
        ("on the 24th and 25th of August", {"the 24th and 25th of August": "2017-08-24/2017-08-25"}),
        ("August 30 to September 2", {"August 30 to September 2": "2017-08-30/2017-09-02"}),
        ("from August 30 to September 2", {"August 30": "2017-08-30", "September 2": "2017-09-02"}),
        ("It began in early July.", {"early July": "2017-07"}),
        ("It began in mid-June.", {"mid-June": "2017-06"}),
        ("It happened in October last year.", {"October last year": "2016-10"}),
        ("He left in November.", {"November": "2016-11"}),
        ("He will leave in November.", {"November": "2017-11"}),
        ("since 2014, as in the 1990s", {"2014": "2014", "the 1990s": "199"}),
        ("the war of 2014-15", {"2014-15": "2014/2015"}),
        ("in the summer of 2018", {"the summer of 2018": "2018-SU"}),
        ("They met last spring.", {"last spring": "2017-SP"}),
        ("on 2017-07-06 or 30.06.2017", {"2017-07-06": "2017-07-06", "30.06.2017": "2017-06-30"}),
        ("at 5 p.m. on Thursday they met", {"5 p.m. on Thursday": "2017-07-06T17:00"}),
        ("after 9/11 and in the 20th century", {"9/11": "2001-09-11", "the 20th century": "19"}),
        ("in the third quarter of 2016", {"the third quarter of 2016": "2016-Q3"}),
        ("They met on New Year's Eve.", {"New Year's Eve": "2016-12-31"}),
    ],
)
def test_dates(text: str, expected: dict[str, str]) -> None:
    """Dates in every order; a year that is left out is the likeliest one."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("They talked for three hours.", TimeKind.DURATION, "PT3H"),
        ("after a 10-year war", TimeKind.DURATION, "P10Y"),
        ("for the past two months", TimeKind.DURATION, "P2M"),
        ("for a few days", TimeKind.DURATION, "PXD"),
        ("for half an hour", TimeKind.DURATION, "PT30M"),
        ("They meet every Monday.", TimeKind.SET, "XXXX-WXX-1"),
        ("a rally held each year", TimeKind.SET, "P1Y"),
        ("They are now in Paris.", TimeKind.DATE, "PRESENT_REF"),
        ("He recently left.", TimeKind.DATE, "PAST_REF"),
    ],
)
def test_lengths_sets_and_pointers(text: str, kind: TimeKind, value: str) -> None:
    """Lengths, what recurs, and words that only point."""
    (time,) = find(plain(text), FRIDAY)
    assert (time.kind, time.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He agreed to meet her on Thursday.", {"Thursday": "2017-07-13"}),
        ("They hope to undo Wednesday's ruling.", {"Wednesday": "2017-07-05"}),
        ("They gave him until Tuesday to answer.", {"Tuesday": "2017-07-11"}),
        ("They gave him until 9 a.m. Tuesday to answer.", {"9 a.m. Tuesday": "2017-07-11T09:00"}),
        ("They will meet Thursday at 3 p.m.", {"Thursday": "2017-07-13", "3 p.m.": "2017-07-13T15:00"}),
        ("At 5 p.m. (1500 GMT) Thursday it ended.", {"5 p.m.": "2017-07-06T17:00",
         "1500 GMT": "2017-07-06T15:00", "Thursday": "2017-07-06"}),
        ("on the evening of July 4", {"the evening of July 4": "2017-07-04TEV"}),
        ("statements of Friday and Thursday", {"Friday": "2017-07-07", "Thursday": "2017-07-06"}),
        ("They meet this coming Sunday.", {"this coming Sunday": "2017-07-09"}),
        ("the next morning", {"the next morning": "2017-07-08TMO"}),
    ],
)  # fmt: skip
def test_days_and_hours(text: str, expected: dict[str, str]) -> None:
    """What is meant or granted is to come, a ruling is past; an hour has the day beside it."""
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the second Tuesday of November", "2017-11-14"),
        ("the last Friday of June 2016", "2016-06-24"),
        ("the first week of May", "2017-05"),
        ("the week of March 6", "2017-W10"),
        ("last Thanksgiving", "2016-11-24"),
        ("Easter Monday 2018", "2018-04-02"),
        ("Good Friday", "2017-04-14"),
        ("Easter week", "2017-W15"),
        ("Bastille Day", "2017-07-14"),
        ("Q3 2016", "2016-Q3"),
        ("the quarter ended March 31", "2017-Q1"),
        ("10/17/89", "1989-10-17"),
        ("508 BC", "BC0508"),
        ("half a century ago", "1967"),
        ("the Sept. 11 terror attacks", "2001-09-11"),
        ("the June 11 attack on the consulate", "2017-06-11"),
        ("the July 2 attacks", "2017-07-02"),
        ("long ago", "PAST_REF"),
        ("these days", "PRESENT_REF"),
        ("as soon as possible", "FUTURE_REF"),
        ("the year two thousand", "2000"),
        ("January nineteen ninety-seven", "1997-01"),
        ("every two weeks", "P2W"),
        ("every other day", "P2D"),
        ("two and a half years", "P2Y6M"),
        ("after 1 1/2 days", "P1DT12H"),
        ("It took a minute and a half.", "PT1M30S"),
        ("half a year", "P6M"),
        ("for 2.5 months", "P2.5M"),
        ("the past decade", "P10Y"),
        ("two decades ago", "1997"),
        ("One clerk could write ten letters in a day.", "P1D"),
        ("Those who stood firm on this day will be remembered.", "2017-07-07"),
        ("the winter of nineteen ninety-six", "1996-WI"),
        ("by the year's end", "2017-12-31"),
        ("at 4 in the afternoon", "2017-07-07T16:00"),
        ("until nine in the morning", "2017-07-07T09:00"),
        ("They lost 4 in the evening.", "2017-07-07TEV"),
        ("The island will one day be one again.", "FUTURE_REF"),
        ("One day may bring peace.", "FUTURE_REF"),
        ("It may happen in a year or two.", "FUTURE_REF"),
        ("in the near future", "FUTURE_REF"),
        ("Tariffs may fall in the short term.", "FUTURE_REF"),
        ("They stayed for a while.", "PXX"),
        ("in the months ahead", "PXM"),
        ("The accord follows weeks of shuttling.", "PXW"),
        ("years that followed", "PXY"),
        ("a decades-long war", "PXY"),
        ("a 12-year-long war", "P12Y"),
        ("twice a week", "P1W"),
        ("for an additional year", "P1Y"),
    ],
)
def test_wholes(text: str, expected: str) -> None:
    """Days that are counted, holidays, eras, what recurs, and lengths."""
    assert next(iter(values(text).values())) == expected


def test_words_taken_together() -> None:
    """What belongs to an expression is part of it, and what only leads to one is none by itself."""
    assert values("They may meet in future years.") == {"future years": "FUTURE_REF"}
    assert values("They met often, most recently in May 2016.") == {"May 2016": "2016-05"}


def test_the_year_told_of() -> None:
    """`that year` is the one that was told of last."""
    assert values("She ran in 2008 and gave up in June of that year.")["June of that year"] == "2008-06"
    assert values("It will fall at the end of the day.") == {}


def test_a_month_only() -> None:
    """In an article of a month, a weekday and today are of that month; yesterday may not be."""
    text = "They met on Monday and today; yesterday he left."
    assert values(text, "2022-07") == {"Monday": "2022-07", "today": "2022-07", "yesterday": None}


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said Mrs May may march.",
        "They met on the sidelines.",
        "The fall of the government surprised many.",
        "He sat in the sun.",
        "They sent 2000 troops and $2015.",
        "She is 52 years old; a 136-year-old firm.",
        "USA TODAY and The Daily Star",
        "on Black Friday",
        "the Arab Spring and the Winter Olympics",
        "a second minister",
        "Mark and Mary sat.",
        "He soon became a minister.",
        "She is in her 30s.",
        "He watched 60 Minutes.",
        "They spoke on the political future of the island.",
        "The future of the pact is open.",
        "Germany has guarded the past three borders.",
        "It is a matter of weeks.",
        "It came once in a while.",
        "The young are the leaders of tomorrow.",
        "In today's world, allies matter.",
        "Exports grow by 20% annually.",
        "They saw High Noon.",
        "It holds to this day.",
        "Let us meet some other weekend.",
        "Jan Kavan met an orthodox Easter.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    """Names, verbs, numbers and ages are left alone."""
    assert values(text) == {}


def test_without_a_date() -> None:
    """What the article's date would tell stays open."""
    text = "They met on Thursday, on August 19th and on August 24th-26th; last month too, and in July 2016."
    assert values(text, None) == {
        "Thursday": "XXXX-WXX-4",
        "August 19th": "XXXX-08-19",
        "August 24th-26th": "XXXX-08-24/XXXX-08-26",
        "last month": None,
        "July 2016": "2016-07",
    }


def test_a_date_less_precise() -> None:
    """A month or a year tells what it can."""
    assert values("They met last year and in June.", "2017-07") == {"last year": "2016", "June": "2017-06"}
    assert values("They met last year.", "2017") == {"last year": "2016"}


def test_heads_and_tags_are_used() -> None:
    """The verb that a weekday hangs on decides, not the nearest one."""
    forms = ["The", "talks", "that", "he", "announced", "Monday", "will", "resume", "Thursday", "."]
    doc = Doc(
        Vocab(),
        words=forms,
        tags=["DT", "NNS", "WDT", "PRP", "VBD", "NNP", "MD", "VB", "NNP", "."],
        pos=["DET", "NOUN", "PRON", "PRON", "VERB", "PROPN", "AUX", "VERB", "PROPN", "PUNCT"],
        heads=[1, 7, 4, 4, 1, 4, 7, 7, 7, 7],
        deps=["det", "nsubj", "obj", "nsubj", "acl:relcl", "obl", "aux", "ROOT", "obl", "punct"],
    )
    assert [time.value for time in find(doc, FRIDAY)] == ["2017-07-03", "2017-07-13"]


@pytest.mark.parametrize(("relation", "value"), [("advcl", "2017-07-06"), ("xcomp", "2017-07-13")])
def test_an_infinitive(relation: str, value: str) -> None:
    """What one flew somewhere to do was done, what one agreed to do is to come."""
    forms = ["He", "flew" if relation == "advcl" else "agreed", "to", "meet", "her", "Thursday", "."]
    doc = Doc(
        Vocab(),
        words=forms,
        tags=["PRP", "VBD", "TO", "VB", "PRP", "NNP", "."],
        pos=["PRON", "VERB", "PART", "VERB", "PRON", "PROPN", "PUNCT"],
        lemmas=["he", "fly" if relation == "advcl" else "agree", "to", "meet", "she", "Thursday", "."],
        heads=[1, 1, 3, 1, 3, 3, 1],
        deps=["nsubj", "ROOT", "mark", relation, "obj", "obl:unmarked", "punct"],
    )
    assert [time.value for time in find(doc, FRIDAY)] == [value]


def parsed(written: str) -> Doc:
    """A Doc of words each written as `word/tag/part of speech/place of its head/relation`."""
    forms, tags, pos, heads, deps = (list(part) for part in zip(*map(_layers, written.split()), strict=True))
    return Doc(
        Vocab(),
        words=forms,
        tags=tags,
        pos=pos,
        lemmas=[form.lower() for form in forms],
        heads=[int(head) for head in heads],
        deps=deps,
    )


def _layers(word: str) -> list[str]:
    return word.split("/")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (
            """She/PRP/PRON/2/nsubj has/VBZ/AUX/2/aux scheduled/VBN/VERB/2/ROOT a/DT/DET/4/det
            hearing/NN/NOUN/2/obj Thursday/NNP/PROPN/2/obl:unmarked""",
            "2017-07-13",
        ),
        (
            """She/PRP/PRON/2/nsubj had/VBD/AUX/2/aux scheduled/VBN/VERB/2/ROOT a/DT/DET/4/det
            hearing/NN/NOUN/2/obj Thursday/NNP/PROPN/2/obl:unmarked""",
            "2017-07-06",
        ),
        (
            """He/PRP/PRON/4/nsubj was/VBD/AUX/4/cop the/DT/DET/4/det first/JJ/ADJ/4/amod
            leader/NN/NOUN/4/ROOT to/TO/PART/6/mark visit/VB/VERB/4/acl Kyiv/NNP/PROPN/6/obj
            on/IN/ADP/9/case Thursday/NNP/PROPN/6/obl""",
            "2017-07-06",
        ),
        (
            """He/PRP/PRON/5/nsubj will/MD/AUX/5/aux be/VB/AUX/5/cop the/DT/DET/5/det first/JJ/ADJ/5/amod
            leader/NN/NOUN/5/ROOT to/TO/PART/7/mark visit/VB/VERB/5/acl Kyiv/NNP/PROPN/7/obj
            on/IN/ADP/10/case Thursday/NNP/PROPN/7/obl""",
            "2017-07-13",
        ),
        (
            """They/PRP/PRON/1/nsubj heard/VBD/VERB/1/ROOT he/PRP/PRON/4/nsubj would/MD/AUX/4/aux
            go/VB/VERB/1/ccomp to/IN/ADP/9/case the/DT/DET/9/det United/NNP/PROPN/9/amod
            Arab/NNP/PROPN/9/amod Emirates/NNPS/PROPN/4/obl Thursday/NNP/PROPN/1/obl:unmarked""",
            "2017-07-13",
        ),
    ],
)
def test_the_verb_that_tells(written: str, value: str) -> None:
    """What is scheduled is to come, the first to visit visits when the sentence says, names do not count."""
    assert [time.value for time in find(parsed(written), FRIDAY)] == [value]


def test_a_date_put_off() -> None:
    """What is put off to a day is put off to one to come."""
    assert values("They postponed the second round to Monday.") == {"Monday": "2017-07-10"}
    assert values("They drove to Monday talks.") == {"Monday": "2017-07-03"}


def test_the_quarter_told_of() -> None:
    """What is compared with an earlier year is compared with the same quarter, if it is over."""
    text = "Trade fell in the second quarter. {} it rose."
    assert values(text.format("In the 2015 quarter"))["the 2015 quarter"] == "2015-Q2"
    assert values(text.format("In last year's period"))["last year's period"] == "2016-Q2"
    assert values("Trade fell in the same period last year.") == {"the same period last year": "2016"}
    assert values("for the corresponding quarter a year ago") == {
        "the corresponding quarter a year ago": "2016"
    }
    later = "It will fall in the first quarter of 2018. In the year-ago period it rose."
    assert values(later)["the year-ago period"] == "2016"


@pytest.mark.parametrize(
    ("tense", "month", "day", "year"),
    [
        (Tense.PAST, 12, None, 2016),
        (Tense.FUTURE, 12, None, 2017),
        (Tense.PAST, 7, 10, 2017),
        (Tense.OPEN, 2, 29, 2016),
    ],
)
def test_the_year_that_is_left_out(tense: Tense, month: int, day: int | None, year: int) -> None:
    """The tense decides unless the date is only days on its wrong side."""
    assert Reference.of(FRIDAY).year_for(month, day, tense) == year


WORDS = st.sampled_from(
    """Monday Thursday last next the of August 24 24th-26th 2019 2019-02-31 30/2/2019 in two days
    ago later week years year May early end this yesterday night 5 p.m. GMT to and - , . first third
    quarter every half an hour 9999 0000 31 June 29 February XIV ½ 1/0 decades nineteen ninety-six
    's time century 00s""".split()  # noqa: SIM905
)


@settings(deadline=None)
@given(
    st.lists(WORDS, max_size=12).map(" ".join),
    st.sampled_from([None, FRIDAY, "2017", "9999-12-31", "0001-01-01", "x"]),
)
def test_any_words_give_sound_times(text: str, published: str | None) -> None:
    """No text and no date is refused; times are ordered, lie in the text, and do not overlap."""
    past = 0
    for time in find(plain(text), published):
        assert past <= time.span.start < time.span.end <= len(text)
        assert text[time.span.start : time.span.end] == text[time.span.start : time.span.end].strip()
        assert time.value is None or re.fullmatch(r"[-\w:./]+", time.value)
        past = time.span.end


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    """Any text at all."""
    for time in find(plain(text), FRIDAY):
        assert text[time.span.start : time.span.end].strip()


def test_spans_are_exact_in_a_doc_with_white_space() -> None:
    """White space before an expression does not shift it, and a new line may stand within."""
    text = "They  met\n\non\u00a0Thursday, July\n6, 2017 ."
    spans = words.split(text)
    assert sentences.split(text, spans, [Span(0, len(text))])
    assert values(text) == {"Thursday, July\n6, 2017": "2017-07-06"}


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs the folder shared beside the repository: it holds TimeBank"
)
def test_aquaint() -> None:
    """Scores on AQUAINT, without parts of speech or dependencies."""
    folder = SHARED / "corpora" / "timebank" / "AQUAINT"
    scores = evaluation.score(folder, evaluation.plain)
    assert scores["relaxed"]["f1"] > 0.92
    assert scores["value"]["f1"] > 0.74
