"""What an expression of time is worth: from the words that a rule matched to a TIMEX3 value.

One function a rule, named as the rule. A function returns None where the words turn out not to tell a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.times import calendar
from dragoman.language.times.calendar import Reference, Tense, month_day, span_of
from dragoman.language.times.words import DECADES, MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, UNITS, WEEKDAYS
from dragoman.types import TimeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Expression", "Value", "value"]

_DAYWORDS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}
_BEFORE = frozenset({"last", "previous", "preceding", "prior", "past"})
_AFTER = frozenset({"next", "coming", "upcoming", "following"})
_ANCHORED = frozenset({"previous", "preceding", "prior", "following", "that", "same", "very"})
_PRESENT, _PAST, _FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
_LONG_AGO = 200  # from so many on, a number of years is round
_CLOCK_UNITS = frozenset({"S", "TM", "H"})
_OFTEN = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M",
          "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A kind and a value; `anchors` tells whether "the next day" may be reckoned from it."""

    kind: TimeKind
    value: str | None
    anchors: bool = False


@dataclass(slots=True)
class Expression:
    """What a rule found: its groups as words, and what the words beside it tell.

    `last` is the value of the nearest day before it in the article, `near` that of the nearest time with
    a year; `tense_of` is asked only where the tense decides.
    """

    rule: str
    groups: dict[str, list[str]]
    reference: Reference
    tense_of: Callable[[], Tense]
    last: str | None = None
    near: str | None = None

    def has(self, group: str) -> bool:
        """Whether a group took part."""
        return group in self.groups

    def word(self, group: str) -> str:
        """The first word of a group, empty where it took no part."""
        return self.groups.get(group, [""])[0]

    def anchor(self) -> Reference:
        """The day of the date before, else that of the article."""
        return Reference.of(self.last) if calendar.day_of(self.last) else self.reference


def value(match: Expression) -> Value | None:
    """What a match is worth, None where it tells no time."""
    return _RULES[match.rule](match)


# ── numbers ───────────────────────────────────────────────────────────────────


def number(words: Sequence[str]) -> float | None:
    """The number that words say, None for one that is not said: `a few`, `several`."""
    total: float = 0
    for word in words:
        if word in {"couple", "few", "several", "many", "some", "countless", "numerous"}:
            return 2 if word == "couple" else None
        total = _added(total, word)
    return total


def _added(total: float, word: str) -> float:
    """A number with one more of its words: `two`, then `hundred`."""
    if re.fullmatch(r"\d+/\d+", word):
        top, bottom = word.split("/")
        return total + int(top) / (int(bottom) or 1)
    if word[0].isdigit():
        return total + float(word.replace(",", ""))
    if word in {"hundred", "thousand", "dozen"}:
        return (total or 1) * {"hundred": 100, "thousand": 1000, "dozen": 12}[word]
    if word in {"half", "½"}:
        return total + 0.5
    if word in {"a", "an"}:
        return total or 1 if total != 0.5 else total
    return total + NUMBERS.get(word, 0)


def ordinal(words: Sequence[str]) -> int:
    """The number of an ordinal: `24th`, `twenty-first`, `third`."""
    total = 0
    for word in words:
        digits = re.match(r"\d+", word)
        total += int(digits[0]) if digits else ORDINALS.get(word, NUMBERS.get(word, 0))
    return total


def _amount(count: float | None) -> str:
    """A number as TIMEX3 writes it, X for one that is not said."""
    if count is None:
        return "X"
    return str(int(count)) if count == int(count) else f"{count:g}"


def _unit(word: str) -> str:
    """The code of a unit in singular or plural."""
    if word in {"centuries", "millennia"}:
        return {"centuries": "C", "millennia": "L"}[word]
    return UNITS.get(word) or UNITS.get(word.removesuffix("s"), "D")


def length(count: float | None, unit: str) -> str:
    """The value of a duration."""
    if unit == "2W":
        unit, count = "W", count and 2 * count
    if unit == "E" and count is not None:
        unit, count = "Y", 10 * count
    if unit == "C" and count is not None:
        unit, count = "Y", 100 * count
    if unit in _CLOCK_UNITS:
        return f"PT{_amount(count)}{unit[-1]}"
    return f"P{_amount(count)}{unit}"


# ── dates ─────────────────────────────────────────────────────────────────────


def _date(text: str | None, *, anchors: bool = True) -> Value:
    return Value(TimeKind.DATE, text, anchors=anchors)


def _year(match: Expression, month: int, day: int | None) -> int | None:
    """The year of a month or a day of it: given, relative, or the likeliest."""
    if match.has("year"):
        return int(match.word("year"))
    if match.has("year_rel"):
        away = {"last": -1, "this": 0, "next": 1}[match.word("year_rel")]
        year = match.reference.years(away)
        return int(year) if year else None
    return match.reference.year_for(month, day, match.tense_of())


def _wrong_unit(match: Expression) -> bool:
    """Whether a year is given by a unit that is none: `July last week`."""
    return match.has("year_unit") and match.word("year_unit") != "year"


def month_day_rule(match: Expression) -> Value | None:
    """`July 6`, `24 to 26 August 2019`, `the 24th and 25th of August`."""
    month = MONTHS[match.word("m1")]
    days = [ordinal(match.groups[group]) for group in ("d1", "d2") if match.has(group)]
    if _wrong_unit(match):
        return None
    year = _year(match, month, days[0])
    if not all(calendar.valid(year, month, day) for day in days) or days != sorted(days):
        return None
    return _date(span_of(month_day(year, month, days[0]), month_day(year, month, days[-1])))


def month_days(match: Expression) -> Value | None:
    """`30 August to 2 September`."""
    first, last = (MONTHS[match.word(group)] for group in ("m1", "m2"))
    day, end = (ordinal(match.groups[group]) for group in ("d1", "d2"))
    year = _year(match, last, end)
    start = int(match.word("y1")) if match.has("y1") else (year - 1 if year and first > last else year)
    if not calendar.valid(start, first, day) or not calendar.valid(year, last, end):
        return None
    return _date(span_of(month_day(start, first, day), month_day(year, last, end)))


def month(match: Expression) -> Value | None:
    """`August`, `early July 2018`, `last April`, `July last year`."""
    number_of = MONTHS[match.word("m1")]
    if _wrong_unit(match):
        return None
    if match.has("rel"):
        return _date(_relative_month(match, number_of))
    return _date(month_day(_year(match, number_of, None), number_of))


def _relative_month(match: Expression, number_of: int) -> str:
    """The value of `last April`, `next May`, `this June`."""
    rel, reference = match.word("rel"), match.reference
    if reference.year is None:
        return month_day(None, number_of)
    now = reference.month or 1
    year = reference.year
    if rel in _BEFORE and number_of >= now:
        year -= 1
    if rel in _AFTER and number_of <= now:
        year += 1
    return month_day(year, number_of)


def months(match: Expression) -> Value | None:
    """`June to August 2018`."""
    first, last = (MONTHS[match.word(group)] for group in ("m1", "m2"))
    year = _year(match, last, None)
    start = int(match.word("y1")) if match.has("y1") else (year - 1 if year and first > last else year)
    return _date(span_of(month_day(start, first), month_day(year, last)))


def year(match: Expression) -> Value | None:
    """`2014`, `the end of 1990`, `fiscal 1989`."""
    return _date(match.word("year"), anchors=False)


def years(match: Expression) -> Value | None:
    """`2014-2016`, `2014-15`."""
    first, last = match.word("y1"), match.word("y2")
    if len(last) == 2:
        last = first[:2] + last
    if len(last) != 4 or not int(first) < int(last):
        return None
    return _date(f"{first}/{last}", anchors=False)


def spoken_year(match: Expression) -> Value | None:
    """`nineteen ninety-six`."""
    hundreds, rest = number(match.groups["hundreds"]), number(match.groups["rest"])
    if hundreds not in {18, 19, 20} or rest is None or not 10 <= rest <= 99:
        return None
    return _date(f"{hundreds:.0f}{rest:02.0f}", anchors=False)


def decade(match: Expression) -> Value | None:
    """`the 1990s`, `the '80s`, `the nineties`."""
    word = match.word("decade")
    if word in DECADES:
        return _date(f"19{DECADES[word]}", anchors=False)
    digits = re.sub(r"\D", "", word)
    full = digits if len(digits) == 4 else str(calendar.full_year(digits[-2:]))
    if len(digits) < 4 and digits[-2:] in {"20", "30", "40"}:
        full = "19" + digits
    return _date(full[:3] if full[2] != "0" or full[:2] == "20" else full[:2], anchors=False)


def century(match: Expression) -> Value | None:
    """`the 20th century`."""
    if match.word("unit") != "century":
        return None
    return _date(f"{ordinal(match.groups['ord']) - 1:02}XX", anchors=False)


def iso(match: Expression) -> Value | None:
    """`2017-07-06`."""
    text = match.word("iso")
    return _date(text) if calendar.day_of(text) else None


def numeric(match: Expression) -> Value | None:
    """`30/5/2014`, `5/30/2014`, `07.07.2017`; None where day and month cannot be told apart."""
    first, second, year = (int(part) for part in re.split(r"\D", match.word("numeric")))
    is_day_first = "." in match.word("numeric") or first > 12
    if not is_day_first and second <= 12 and first != second:
        return Value(TimeKind.DATE, None)
    day, month = (first, second) if is_day_first else (second, first)
    return _date(month_day(year, month, day)) if calendar.valid(year, month, day) else None


def nine_eleven(match: Expression) -> Value | None:  # noqa: ARG001
    """`9/11`."""
    return _date("2001-09-11", anchors=False)


def holiday(match: Expression) -> Value | None:
    """`Christmas`, `Christmas Eve 2018`, `New Year's Day`."""
    month, day = (12, 24 if match.has("eve") else 25) if match.has("christmas") else (1, 1)
    if match.has("new") and match.has("eve"):
        month, day = 12, 31
    return _date(month_day(_year(match, month, day), month, day))


# ── days of the week, parts of the day ────────────────────────────────────────


def _with_part(day: str | None, part: str, *, part_first: bool = False) -> Value:  # noqa: ARG001
    """A day, or a part of it."""
    code = {"overnight": "NI", "noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(
        part
    ) or PARTS.get(part)
    if not code:
        return _date(day)
    return Value(TimeKind.TIME, f"{day}T{code}" if day else None, anchors=True)


def weekday(match: Expression) -> Value | None:
    """`Thursday`, `last Thursday night`, `next Monday`."""
    number_of, rel = WEEKDAYS[match.word("w1")], match.word("rel")
    reference = match.anchor() if rel in _ANCHORED else match.reference
    if rel in _BEFORE:
        day = reference.weekday(number_of, strictly=True)
    elif rel in _AFTER:
        day = reference.weekday(number_of, tense=Tense.FUTURE, strictly=True)
    else:
        day = reference.weekday(number_of, tense=match.tense_of())
    return _with_part(day, match.word("part"))


def weekday_week(match: Expression) -> Value | None:
    """`Thursday of next week`, `Monday last week`."""
    if match.word("week_unit") != "week":
        return None
    away = {"last": -1, "this": 0, "next": 1}[match.word("week_rel")]
    day = match.reference.weekday_of_week(WEEKDAYS[match.word("w1")], away)
    return _with_part(day, match.word("part"))


def weekdays(match: Expression) -> Value | None:
    """`Thursday and Friday`, `Monday to Wednesday`."""
    first, last = (WEEKDAYS[match.word(group)] for group in ("w1", "w2"))
    tense = match.tense_of()
    if match.has("and") and (last - first) % 7 != 1:
        return None
    start = match.reference.weekday(first, tense=tense)
    if match.reference.day is None:
        return _date(f"XXXX-WXX-{first}/XXXX-WXX-{last}")
    from_start = Reference.of(start)
    if tense is not Tense.FUTURE and first != last:
        end = match.reference.weekday(last, tense=tense)
        start = Reference.of(end).weekday(first, tense=Tense.PAST)
        return _date(span_of(start, end))
    return _date(span_of(start, from_start.weekday(last, tense=Tense.FUTURE)))


def weekday_set(match: Expression) -> Value | None:
    """`Mondays`, `Tuesday nights`."""
    word = match.word("what") or match.word("what2")
    number_of = WEEKDAYS.get(word) or WEEKDAYS[word.removesuffix("s")]
    if match.has("nights") and match.word("nights") != "nights":
        return None
    night = "TNI" if match.has("nights") else ""
    return Value(TimeKind.SET, f"XXXX-WXX-{number_of}{night}")


def dayword(match: Expression) -> Value | None:
    """`today`, `late yesterday`, `tomorrow night`."""
    word = match.word("dayword")
    day = match.reference.days(_DAYWORDS[word])
    return _with_part(day, "night" if word == "tonight" else match.word("part"))


def dayword_beyond(match: Expression) -> Value | None:
    """`the day before yesterday`."""
    word, step = match.word("dayword"), match.word("step")
    if (word, step) not in {("yesterday", "before"), ("tomorrow", "after")}:
        return None
    return _date(match.reference.days(2 * _DAYWORDS[word]))


def part(match: Expression) -> Value | None:
    """`this morning`, `last night`, `overnight`."""
    word, rel = match.word("part"), match.word("rel")
    if rel == "last" or word == "overnight":
        return _with_part(match.reference.days(-1), "night" if word == "overnight" else word)
    reference = match.reference if rel == "this" else match.anchor()
    return _with_part(reference.days(0), word)


def clock(match: Expression) -> Value | None:
    """`10:30`, `5 p.m.`, `noon`, `1500 GMT`."""
    words = match.groups["clock"]
    named = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}.get(words[-1])
    time = named or _clock(words)
    if not time:
        return None
    day = match.reference.days(0)
    return Value(TimeKind.TIME, f"{day}T{time}" if day else f"T{time}")


def _clock(words: Sequence[str]) -> str | None:
    """The hour and minute that words say, None where they say none."""
    digits = words[0] if words[0][0].isdigit() else str(NUMBERS.get(words[0], 99))
    found = re.fullmatch(r"(\d{1,2})[:.]?(\d\d)?(?:[:.]\d\d)?", digits)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = next((word[0] for word in words if word in {"a.m.", "p.m.", "am", "pm"}), "")
    if half and hour > 12:
        return None
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


# ── weekends, seasons, and other units near or far ────────────────────────────


def weekend(match: Expression) -> Value | None:
    """`the weekend`, `last weekend`."""
    rel = match.word("rel")
    away = -1 if rel in _BEFORE else 1 if rel in _AFTER else 0
    if not away and match.tense_of() is not Tense.FUTURE and rel != "this":
        day = match.reference.day
        away = -1 if day is not None and day.isoweekday() < 6 else 0
    return _date(match.reference.weekend(away), anchors=False)


def season(match: Expression) -> Value | None:
    """`summer 2018`, `this fall`, `last spring`."""
    name, rel = SEASONS[match.word("season")], match.word("rel")
    if match.has("year"):
        return _date(f"{match.word('year')}-{name}", anchors=False)
    tense = Tense.PAST if rel in _BEFORE else Tense.FUTURE if rel in _AFTER else match.tense_of()
    if rel == "this":
        tense = Tense.OPEN
    return _date(match.reference.season(name, tense, strictly=rel in _BEFORE | _AFTER), anchors=False)


def relative(match: Expression) -> Value | None:
    """`last week`, `this year`, `the following day`, `the same month`."""
    rel, unit = match.word("rel"), _unit(match.word("unit"))
    if unit in _CLOCK_UNITS or (unit == "D" and rel in {"last", "this"}):
        return None
    if unit == "D" and rel in {"current", "present"}:
        return _date(_PRESENT, anchors=False)
    if rel in _ANCHORED or (rel == "next" and unit == "D"):
        return _anchored(match, rel, unit)
    if rel == "past" and unit in {"D", "W", "M"}:
        return Value(TimeKind.DURATION, length(1, unit))
    away = -1 if rel in _BEFORE | {"latest"} else 1 if rel in _AFTER else 0
    return _date(match.reference.units(unit, away), anchors=unit in {"D", "Q"})


def _anchored(match: Expression, rel: str, unit: str) -> Value | None:
    """What is reckoned from the date before: `that day`, `the following week`."""
    away = -1 if rel in _BEFORE else 1 if rel in _AFTER else 0
    anchor = match.anchor() if unit in {"D", "W"} else Reference.of(match.near)
    if unit == "Q" and (found := re.match(r"\d{4}-Q(\d)$", match.near or "")):
        anchor = Reference(anchor.year, 3 * int(found[1]))
    if anchor.year is None:
        anchor = match.reference
    return _date(anchor.units(unit, away), anchors=unit == "D")


def of_unit(match: Expression) -> Value | None:
    """`the end of the month`, `later in the day`."""
    unit = _unit(match.word("unit"))
    if unit in _CLOCK_UNITS:
        return None
    reference = match.anchor() if unit == "D" else match.reference
    return _date(reference.units(unit, 0), anchors=False)


def year_end(match: Expression) -> Value | None:
    """`year-end`."""
    if match.has("unit") and match.word("unit") != "year":
        return None
    this = match.reference.years(0)
    return _date(f"{this}-12-31" if this else None, anchors=False)


def relatives(match: Expression) -> Value | None:
    """`the past two months`, `the next few years`."""
    return Value(TimeKind.DURATION, length(number(match.groups["count"]), _unit(match.word("unit"))))


def recent(match: Expression) -> Value | None:
    """`recent years`, `the coming weeks`."""
    return Value(TimeKind.DURATION, length(None, _unit(match.word("unit"))))


def _count(match: Expression) -> float | None:
    """The number of a group `count`; an article counts one."""
    words = match.groups.get("count", [])
    return 1 if words in (["a"], ["an"], ["the"]) else number(words)


def ago(match: Expression) -> Value | None:
    """`two weeks ago`, `years ago`, `three days from now`."""
    count = _count(match) if match.has("count") else None
    unit = _unit(match.word("unit"))
    sign = -1 if match.has("ago") else 1
    if count is None or unit in _CLOCK_UNITS or count >= _LONG_AGO:
        return _date(_PAST if sign < 0 else _FUTURE, anchors=False)
    if unit == "Y" and count == 1 and (same := _same_quarter(match, -1)):
        return _date(same, anchors=False)
    return _date(match.reference.units(unit, sign * round(count)), anchors=unit == "D")


def _same_quarter(match: Expression, away: int) -> str | None:
    """The quarter that was told of last, so many years away."""
    found = re.match(r"(\d{4})(-Q\d)$", match.near or "")
    return f"{int(found[1]) + away}{found[2]}" if found else None


def shifted(match: Expression) -> Value | None:
    """`two days later`, `a year earlier`, `the day after`."""
    unit, count = _unit(match.word("unit")), _count(match)
    if unit in _CLOCK_UNITS or count is None:
        return Value(TimeKind.DURATION, length(count, unit))
    away = round(count) * (-1 if match.word("step") in {"earlier", "before"} else 1)
    if unit == "Y" and (same := _same_quarter(match, away)):
        return _date(same, anchors=False)
    anchor = match.anchor() if unit in {"D", "W"} else Reference.of(match.near)
    if anchor.year is None:
        anchor = match.reference
    return _date(anchor.units(unit, away), anchors=unit == "D")


def year_ago(match: Expression) -> Value | None:
    """`the year-earlier period`, `a year-ago quarter`."""
    if match.word("unit") != "year":
        return None
    return _date(_same_quarter(match, -1) or match.reference.years(-1), anchors=False)


def ahead(match: Expression) -> Value | None:
    """`in three days`: a date where it is to come, else a length."""
    unit, count = _unit(match.word("unit")), _count(match)
    if count is None or unit in _CLOCK_UNITS or match.tense_of() is not Tense.FUTURE:
        return Value(TimeKind.DURATION, length(count, unit))
    return _date(match.reference.units(unit, round(count)), anchors=unit == "D")


# ── quarters and halves of a year ─────────────────────────────────────────────


def quarter(match: Expression) -> Value | None:
    """`the third quarter`, `the 1988 second quarter`, `next year's first quarter`."""
    ordinal_of = ordinal(match.groups["ord"])
    if not 1 <= ordinal_of <= 4:
        return None
    year_of = _year_near(match)
    if year_of is None and match.reference.year and match.reference.month:
        now = (match.reference.month - 1) // 3 + 1
        past = match.tense_of() is not Tense.FUTURE
        year_of = match.reference.year - (1 if past and ordinal_of > now else 0)
    return _date(f"{year_of or 'XXXX'}-Q{ordinal_of}", anchors=False)


def _year_near(match: Expression) -> int | None:
    """The year that a quarter or half is of, as far as the words say."""
    if match.has("year"):
        return int(match.word("year"))
    if match.has("unit") and match.word("unit") == "year":
        away = {"last": -1, "next": 1}.get(match.word("rel"), 0)
        found = match.reference.years(away)
        return int(found) if found else None
    return None


def half(match: Expression) -> Value | None:
    """`the first half of 1989`."""
    year_of = _year_near(match)
    if year_of is None:
        return None
    is_first = match.word("ord") == "first"
    return _date(f"{year_of}-H{1 if is_first else 2}", anchors=False)


# ── sets, lengths, and words that only point ──────────────────────────────────


def every(match: Expression) -> Value | None:
    """`every day`, `each Thursday`, `every two weeks`."""
    what = match.groups["what"][-1]
    if what in WEEKDAYS:
        return Value(TimeKind.SET, f"XXXX-WXX-{WEEKDAYS[what]}")
    if what in MONTHS:
        return Value(TimeKind.SET, f"XXXX-{MONTHS[what]:02}")
    if what in SEASONS:
        return Value(TimeKind.SET, f"XXXX-{SEASONS[what]}")
    if what in PARTS and what != "night":
        return Value(TimeKind.SET, f"XXXX-XX-XXT{PARTS[what]}")
    return Value(TimeKind.SET, length(1, _unit(what)))


def often(match: Expression) -> Value | None:
    """`daily`, `weekly`."""
    return Value(TimeKind.SET, _OFTEN[match.word("often")])


def duration(match: Expression) -> Value | None:
    """`three days`, `a 10-year`, `half an hour`, `years`."""
    if match.has("bare"):
        return Value(TimeKind.DURATION, length(None, _unit(match.word("bare"))))
    count, unit = _count(match), _unit(match.word("unit"))
    if match.has("half") and count is not None:
        count += 0.5
    if unit == "WE":
        unit = "D"
        count = count and 2 * count
    return Value(TimeKind.DURATION, length(count, unit))


def now(match: Expression) -> Value | None:  # noqa: ARG001
    """`now`, `currently`."""
    return _date(_PRESENT, anchors=False)


def lately(match: Expression) -> Value | None:  # noqa: ARG001
    """`recently`."""
    return _date(_PAST, anchors=False)


def soon(match: Expression) -> Value | None:  # noqa: ARG001
    """`soon`."""
    return _date(_FUTURE, anchors=False)


def future(match: Expression) -> Value | None:
    """`the future`, `the past`."""
    return _date(_FUTURE if match.word("future") == "future" else _PAST, anchors=False)


_RULES: dict[str, Callable[[Expression], Value | None]] = {
    "month_day": month_day_rule, "month_day_and": month_day_rule, "month_days": month_days, "month": month,
    "months": months, "year": year, "years": years, "spoken_year": spoken_year, "decade": decade,
    "century": century, "iso": iso, "numeric": numeric, "nine_eleven": nine_eleven, "holiday": holiday,
    "weekday": weekday, "weekday_week": weekday_week, "weekdays": weekdays, "weekday_set": weekday_set,
    "dayword": dayword, "dayword_beyond": dayword_beyond, "part": part, "clock": clock, "weekend": weekend,
    "season": season, "relative": relative, "of_unit": of_unit, "year_end": year_end, "relatives": relatives,
    "recent": recent, "ago": ago, "shifted": shifted, "year_ago": year_ago, "ahead": ahead,
    "quarter": quarter, "half": half, "every": every, "often": often, "duration": duration, "now": now,
    "lately": lately, "soon": soon, "future": future,
}  # fmt: skip
