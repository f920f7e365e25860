"""Tells from the words beside it whether what a rule matched is about time at all.

Months and weekdays are names of other things too, numbers of four digits count people, and the fall of a
government is no season.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.times import lasting
from dragoman.language.times.lasting import group
from dragoman.language.times.words import PARTS, code

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from dragoman.language.times.view import View

__all__ = ["is_time"]

_DATING = frozenset(
    """in on by since until till during of from through throughout before after between for to late
    early mid last next this every each around about as past following previous coming and or - – —
    ( , : ; the""".split()  # noqa: SIM905
)
_MAY_OF_A_PERSON = frozenset(
    """in since until till last next this early late mid during through""".split()  # noqa: SIM905
)
_NAMES = frozenset({"May", "April", "June", "August"})
_TITLES = frozenset(
    """mr mr. mrs mrs. ms ms. miss theresa pm minister secretary premier president prime lady madam""".split()  # noqa: SIM905
)
_COUNTED = frozenset(
    """people troops soldiers men women children dollars euros pounds rubles roubles km kilometers
    kilometres miles meters metres feet tons tonnes deaths cases jobs times workers refugees
    migrants police officers fighters civilians personnel barrels homes houses prisoners delegates
    members others more rpm calories words pages shares points percent per % million billion
    trillion bpd mw megawatts acres hectares square kg lbs gallons employees students protesters
    demonstrators vehicles tanks aircraft missiles warheads centrifuges""".split()  # noqa: SIM905
)
_NUMBERED = frozenset(
    "$ £ € ¥ us$ a$ c$ no. no # page pp. p. flight boeing route highway resolution rs".split()  # noqa: SIM905
)
_PAPERS = frozenset(
    """Times Telegraph Mail Mirror Express Herald Independent Post Star Sun People World Agreement""".split()  # noqa: SIM905
)
_NAMED_DAYS = frozenset("Black Bloody Good Ash Palm Super Cyber Easter Holy".split())  # noqa: SIM905
_UPHEAVALS = frozenset({"Revolution", "Uprising", "War", "Crisis"})
_NAMED_SEASONS = frozenset({"arab", "prague", "african", "crimean"})
_BEFORE_SEASON = frozenset(
    """in the last this next late early mid by during since of each every past following through
    until""".split()  # noqa: SIM905
)
_BEFORE_FALL = frozenset("in the last this next late early -".split())  # noqa: SIM905
_BEFORE_THE_FALL = frozenset('in by since until during of for “ " ‘'.split())  # noqa: SIM905
_AFTER_AND = frozenset("in at for to on during and of when".split())  # noqa: SIM905
_OTHER_YEAR = frozenset("of that when to before after in he she they since which - award".split())  # noqa: SIM905
_BEFORE_HOUR = frozenset({"at", "by", "until", "from", "to", ",", "around", "about"})
_AGES = frozenset("world youth society generation generations economy technology children".split())  # noqa: SIM905
_SHORT = frozenset("Jan Mar Jun Jul Dec Feb Apr Aug Sep Oct Nov".split())  # noqa: SIM905
_RANGES = frozenset(code("HYPHEN"))
_YEARS = ("1800", "2060")  # outside, a number needs a word before it that says it is a year


def is_time(view: View, rule: str, match: re.Match[str]) -> bool:
    """Whether a rule's match tells a time, as far as the words beside it show."""
    if any(view.starts_sentence(place) for place in range(match.start() + 1, match.end())):
        return False
    check = _CHECKS.get(rule)
    return check is None or check(view, match)


# ── dates ─────────────────────────────────────────────────────────────────────


def _month(view: View, match: re.Match[str]) -> bool:
    """Whether a month that has no day is a month: not Theresa May, not a march."""
    place = match.start("m1")
    form, before = view.form(place), view.form(place - 1)
    if any(group(match, name) for name in ("rel", "year", "year_rel", "year_told", "hundreds")):
        return True
    is_named = before.istitle() and before.lower() not in _DATING | {"a", "an"}
    if form in _NAMES and (before.lower() in _TITLES or is_named):
        return False
    if form in _SHORT:
        return False
    if form.title() in {"May", "March", "Mar"}:
        return _is_month_word(view, place)
    return view.form(place + 1) not in _PAPERS | _UPHEAVALS and before not in _NAMED_DAYS


def _is_month_word(view: View, place: int) -> bool:
    """Whether May or March stands where a month would."""
    token, before = view.tokens[place], view.word(place - 1)
    if token.ent_type_ in {"PER", "ORG", "PERSON"} or token.tag_ in {"MD", "VB", "VBP"}:
        return False
    if token.ent_type_ == "DATE":
        return True
    if view.lower[place] == "may" and {"Theresa", "Mrs.", "Mrs"}.intersection(view.forms):
        return before in _MAY_OF_A_PERSON
    return before in _DATING


def _month_day(view: View, match: re.Match[str]) -> bool:
    """Whether the day is a day: not `May 10 people`, not `March first`."""
    place, at = match.start("m1"), match.start("d1")
    after = view.word(match.end())
    if after in _COUNTED:
        return False
    if view.form(at).isalpha() and at > place and after.isalpha() and after not in _DATING:
        return view.word(at) not in {"first", "second", "third"}
    return not (view.form(place) in {"May", "March"} and view.tokens[place].tag_ in {"MD", "VB"})


def _month_day_and(view: View, match: re.Match[str]) -> bool:
    """Whether the second number of `July 6 and 7` is a day too."""
    after = view.word(match.end())
    is_free = not after[:1].isalnum() or after in _AFTER_AND
    return _month_day(view, match) and (is_free or bool(group(match, "year")))


def _year(view: View, match: re.Match[str]) -> bool:
    """Whether a number of four digits is a year."""
    place, end = match.start("year"), match.end()
    before, after = view.word(place - 1), view.word(end)
    if after in _COUNTED or before in _NUMBERED:
        return False
    digits = view.form(place)[-4:]
    if not _YEARS[0] <= digits <= _YEARS[1]:
        return before in {"in", "since", "year"} and digits > "1000"
    is_count = digits.endswith("00") and end < len(view.tokens) and view.tokens[end].tag_ == "NNS"
    if is_count and before not in {"in", "since", "of", "the"}:
        return False
    return not before == after == "-"


def _is_one_range(view: View, match: re.Match[str]) -> bool:
    """Whether a range is one time: `1991-97`, `May 30 to June 2, 2011`; `from 1991 to 1997` are two."""
    is_led = view.word(match.start() - 1) in {"from", "between"}
    return not is_led or bool(group(match, "year")) or not _RANGES.isdisjoint(match[0])


def _era(view: View, match: re.Match[str]) -> bool:
    """Whether `AD` and `BC` are written as such: not an ad, and no B.C. of Canada after a comma."""
    place = match.start("era") if group(match, "era") else match.start("era2")
    return view.form(place).isupper() and (place == match.start() or view.form(place - 1) != ",")


def _spoken_year(view: View, match: re.Match[str]) -> bool:
    """Whether two numbers in words are a year: not `nineteen twenty-year-olds`."""
    return view.word(match.end()) not in {"-", "year", "years", *_COUNTED}


# ── days and seasons ──────────────────────────────────────────────────────────


def _weekday(view: View, match: re.Match[str]) -> bool:
    """Whether a weekday is none of a newspaper's name, and no Black Friday."""
    place = match.start("w1")
    if view.form(place - 1) in _NAMED_DAYS or (view.word(place - 1), view.form(place - 2)) == ("on", "Mail"):
        return False
    return view.form(place + 1) not in _PAPERS


def _season(view: View, match: re.Match[str]) -> bool:
    """Whether a season is one: not the fall of Kabul, not the Arab Spring or the Winter Olympics."""
    place = match.start("season")
    before, after = view.word(place - 1), view.word(match.end())
    if before in _NAMED_SEASONS or after in {"olympics", "games", "paralympics", "palace"}:
        return False
    if group(match, "rel") or group(match, "year"):
        return True
    if view.word(place) == "fall":
        is_led = before != "the" or view.word(place - 2) in _BEFORE_THE_FALL
        return before in _BEFORE_FALL and is_led and after != "of"
    if view.word(place) == "spring":
        return before in _BEFORE_FALL and after != "of"
    return before in _BEFORE_SEASON or after in {"and", "or"}


def _feast(view: View, match: re.Match[str]) -> bool:
    """Whether a feast is one: written with a capital, and no orthodox Easter, which is another day."""
    place = match.start("feast")
    before = view.word(place - 1)
    is_day = not group(match, "day") or view.form(match.start("day"))[:1].isupper()
    is_week = bool(group(match, "day")) and view.word(match.start("day")) in {"week", "weekend"}
    return view.form(place)[:1].isupper() and before != "orthodox" and (is_day or is_week)


def _the_year(view: View, match: re.Match[str]) -> bool:
    """Whether `the year` is the present one: `for the year`, not `the year that he came`."""
    before, after = view.word(match.start() - 1), view.word(match.end())
    if view.word(match.end() - 1) != "year":
        return False
    return before in {"for", "in", "during", "of"} and after not in _OTHER_YEAR and not after[:1].isdigit()


def _is_named(view: View, match: re.Match[str]) -> bool:
    """Whether a word has a capital because it is part of a name: `USA Today`, `The Daily Star`."""
    place = match.start()
    if view.starts_sentence(place) or not view.form(place)[:1].isupper():
        return False
    return view.form(place - 1)[:1].isupper() or view.form(match.end())[:1].isupper()


def _dayword(view: View, match: re.Match[str]) -> bool:
    """Whether `today` is a day: not `today's world`, not `the leaders of tomorrow`, no part of a name."""
    word, end = view.word(match.start("dayword")), match.end()
    if (view.word(match.start() - 1), word) == ("of", "tomorrow"):
        return False
    if view.word(end) in {"'s", "’s"} and view.word(end + 1) in _AGES:
        return False
    return not (_is_named(view, match) and view.form(match.start() - 1)[:1].isupper())


def _part(view: View, match: re.Match[str]) -> bool:
    """Whether a part of the day without `the` is one: `by early evening`."""
    is_bare = not group(match, "rel") and view.word(match.end() - 1) != "overnight"
    return not is_bare or view.word(match.start() - 1) in {"in", "by", "until", "since", "during", "till"}


def _often(view: View, match: re.Match[str]) -> bool:
    """Whether `daily` tells how often and is not part of a name."""
    if view.word(match.start()) == "annually" and _is_amount(view, match.start()):
        return False
    is_name = view.form(match.start()).istitle() and view.form(match.end())[:1].isupper()
    return not is_name and not _is_named(view, match)


def _is_amount(view: View, end: int) -> bool:
    """Whether words end in an amount: `by 20% annually`, `10,000 units annually`."""
    return any(word[0].isdigit() for word in view.lower[max(0, end - 3) : end])


def _clock(view: View, match: re.Match[str]) -> bool:
    """Whether digits are a time of day: not a score, not a price."""
    words = view.lower[slice(*match.span("clock"))]
    if words[1:2] == ["in"]:
        return view.word(match.start() - 1) in _BEFORE_HOUR and PARTS.get(words[-1]) in {"MO", "AF", "EV"}
    if words == ["noon"] and view.word(match.start() - 1) == "high":
        return False
    if len(words) > 1:
        return True
    if ":" in words[0]:
        return view.word(match.start() - 1) in _BEFORE_HOUR
    return not words[0][0].isdigit()


_CHECKS: dict[str, Callable[[View, re.Match[str]], bool]] = {
    "month": _month, "year": _year, "weekday": _weekday, "month_day": _month_day, "season": _season,
    "month_day_and": _month_day_and, "duration": lasting.duration, "clock": _clock, "now": lasting.now,
    "often": _often, "spoken_year": _spoken_year, "relative": lasting.relative, "soon": lasting.soon,
    "shifted": lasting.shifted, "feast": _feast, "the_year": _the_year, "rate": lasting.rate,
    "part": _part, "of_unit": lasting.of_unit, "era": _era, "years": _is_one_range,
    "month_days": _is_one_range, "future": lasting.future, "one_day": lasting.one_day,
    "a_while": lasting.a_while, "lately": lasting.lately, "weekend": lasting.weekend,
    "dayword": _dayword, "decade": lasting.decade,
}  # fmt: skip
