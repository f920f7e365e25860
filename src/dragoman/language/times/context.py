"""Tells from the words beside it whether what a rule matched is about time at all.

Months and weekdays are names of other things too, numbers of four digits count people, and the fall of a
government is no season.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
_NAMED_SEASONS = frozenset({"arab", "prague", "african", "crimean"})
_BEFORE_SEASON = frozenset(
    """in the last this next late early mid by during since of each every past following through
    until""".split()  # noqa: SIM905
)
_BEFORE_FALL = frozenset("in the last this next late early -".split())  # noqa: SIM905
_BEFORE_THE_FALL = frozenset('in by since until during of for “ " ‘'.split())  # noqa: SIM905
_BEFORE_BARE = frozenset({"in", "for", "of", "after", "within", "over"})
_BEFORE_LENGTH = frozenset(
    """for in within than about once twice of over half after nearly almost barely just only spend
    spent take took takes taken last lasts lasted lasting wait waited another through during least
    first""".split()  # noqa: SIM905
)
_AFTER_AND = frozenset("in at for to on during and of when".split())  # noqa: SIM905
_YEARS = ("1800", "2060")  # outside, a number needs a word before it that says it is a year


def is_time(view: View, rule: str, match: re.Match[str]) -> bool:
    """Whether a rule's match tells a time, as far as the words beside it show."""
    if any(view.starts_sentence(place) for place in range(match.start() + 1, match.end())):
        return False
    check = _CHECKS.get(rule)
    return check is None or check(view, match)


def _group(match: re.Match[str], name: str) -> str | None:
    """What a group matched, None where it took no part or the rule has none of the name."""
    return match.groupdict().get(name)


# ── dates ─────────────────────────────────────────────────────────────────────


def _month(view: View, match: re.Match[str]) -> bool:
    """Whether a month that has no day is a month: not Theresa May, not a march."""
    place = match.start("m1")
    form, before = view.form(place), view.form(place - 1)
    if any(_group(match, name) for name in ("rel", "year", "year_rel")):
        return True
    is_named = before.istitle() and before.lower() not in _DATING
    if form in _NAMES and (before.lower() in _TITLES or is_named):
        return False
    if form.title() in {"May", "March", "Mar"}:
        return _is_month_word(view, place)
    return view.form(place + 1) not in _PAPERS


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
    return _month_day(view, match) and (is_free or bool(_group(match, "year")))


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
    if _group(match, "rel") or _group(match, "year"):
        return True
    if view.word(place) == "fall":
        is_led = before != "the" or view.word(place - 2) in _BEFORE_THE_FALL
        return before in _BEFORE_FALL and is_led and after != "of"
    if view.word(place) == "spring":
        return before in _BEFORE_FALL and after != "of"
    return before in _BEFORE_SEASON or after in {"and", "or"}


def _is_named(view: View, match: re.Match[str]) -> bool:
    """Whether a word has a capital because it is part of a name: `USA Today`, `The Daily Star`."""
    place = match.start()
    if view.starts_sentence(place) or not view.form(place)[:1].isupper():
        return False
    return view.form(place - 1)[:1].isupper() or view.form(match.end())[:1].isupper()


def _dayword(view: View, match: re.Match[str]) -> bool:
    """Whether `today` is a day and not part of a name."""
    return not (_is_named(view, match) and view.form(match.start() - 1)[:1].isupper())


def _often(view: View, match: re.Match[str]) -> bool:
    """Whether `daily` tells how often and is not part of a name."""
    is_name = view.form(match.start()).istitle() and view.form(match.end())[:1].isupper()
    return not is_name and not _is_named(view, match)


def _clock(view: View, match: re.Match[str]) -> bool:
    """Whether digits are a time of day: not a score, not a price."""
    words = view.lower[slice(*match.span("clock"))]
    if len(words) > 1:
        return True
    if ":" in words[0]:
        return view.word(match.start() - 1) in {"at", "by", "until", "from", "to", ",", "around", "about"}
    return not words[0][0].isdigit()


# ── lengths and words that only point ─────────────────────────────────────────


def _duration(view: View, match: re.Match[str]) -> bool:
    """Whether a length is one: not an age, not `a second`, not `$2 million a year`."""
    before, after = view.word(match.start() - 1), view.word(match.end())
    if after == "old" or _group(match, "old") or (after == "-" and view.word(match.end() + 1) == "old"):
        return False
    if _group(match, "bare"):
        return before in _BEFORE_BARE and view.word(match.start()) not in {"seconds", "nights"}
    if view.word(match.start("unit")) == "second":
        return False
    is_article = _group(match, "count") is not None and view.word(match.start()) in {"a", "an"}
    is_single = is_article and match.end("count") - match.start("count") == 1
    return not is_single or before in _BEFORE_LENGTH


def _relative(view: View, match: re.Match[str]) -> bool:
    """Whether `this week` is a time: not a title, not `this second`."""
    unit = view.form(match.start("unit"))
    return unit.islower() and unit not in {"second", "minute", "hour", "night"}


def _shifted(view: View, match: re.Match[str]) -> bool:
    """Whether `two days after` ends there: not before what it is reckoned from."""
    if view.word(match.end() - 1) in {"later", "earlier"}:
        return True
    after = view.form(match.end())
    return not after[:1].isalnum() and after not in {"“", '"', "$", "‘"}


def _now(view: View, match: re.Match[str]) -> bool:
    """Whether `current` points to the time: not `those present`."""
    return view.word(match.start()) != "present"


def _soon(view: View, match: re.Match[str]) -> bool:
    """Whether `soon` points to what is to come: not `as soon as`, `soon after`."""
    return view.word(match.end()) not in {"as", "after", "before", "thereafter"}


_CHECKS: dict[str, Callable[[View, re.Match[str]], bool]] = {
    "month": _month, "year": _year, "weekday": _weekday, "month_day": _month_day, "season": _season,
    "month_day_and": _month_day_and, "duration": _duration, "clock": _clock, "now": _now, "often": _often,
    "spoken_year": _spoken_year, "relative": _relative, "soon": _soon, "shifted": _shifted,
    "dayword": _dayword,
}  # fmt: skip
