"""Tells from the words beside it whether what a rule matched is a length, or points to a time, at all.

`a second` may be a minister, `soon` may be of long ago, and who is in his 30s is no time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.times.calendar import Tense
from dragoman.language.times.tense import tense_at
from dragoman.language.times.words import UNITS, code

if TYPE_CHECKING:
    import re

    from dragoman.language.times.view import View

__all__ = [
    "a_while",
    "decade",
    "duration",
    "future",
    "group",
    "lately",
    "now",
    "of_unit",
    "one_day",
    "rate",
    "relative",
    "shifted",
    "soon",
    "weekend",
]

_BEFORE_BARE = frozenset(
    """in for of after within over spent spend spending took take taken last
    lasted""".split()  # noqa: SIM905
)
_BEFORE_LENGTH = frozenset(
    """for in within than about once twice of over half after nearly almost barely just only spend
    spent take took takes taken last lasts lasted lasting wait waited another through during least
    first""".split()  # noqa: SIM905
)
_BEFORE_OF = frozenset("follows followed follow following despite amid".split())  # noqa: SIM905
_AFTER_THE = frozenset({"ahead", "since"})
_WILL = frozenset("will would 'll ’ll 'd ’d may might could can shall must should".split())  # noqa: SIM905
_FUTURES = frozenset("near nearer foreseeable distant immediate not-too-distant".split())  # noqa: SIM905
_SOME = frozenset("a any another long no one other some".split())  # noqa: SIM905
_TERMS = frozenset({"near", "short", "medium", "long"})
_RATED = frozenset("million billion trillion % percent times twice once cents".split())  # noqa: SIM905
_LONG_UNITS = frozenset({"week", "month", "year", "decade"})
_NUMBERS = {code(name) for name in ("NUM", "DAYNUM", "NUMWORD", "TENS", "VAGUE", "COUPLE", "DOZEN")}
_DAYS = {code(name) for name in ("WEEKDAY", "MONTH", "DAYWORD")}
_OWNERS = frozenset({"his", "her", "their", "my", "our", "your", "its"})


def group(match: re.Match[str], name: str) -> str | None:
    """What a group matched, None where it took no part or the rule has none of the name."""
    return match.groupdict().get(name)


def weekend(view: View, match: re.Match[str]) -> bool:
    """Whether a weekend is a certain one: not `some other weekend`, not `a long weekend`."""
    return bool(group(match, "rel")) or view.word(match.start() - 1) not in _SOME


def future(view: View, match: re.Match[str]) -> bool:
    """Whether `the future` is a time: not `the political future`, not `the future of the pact`."""
    after = view.tokens[match.end()].tag_[:1] if match.end() < len(view.tokens) else ""
    if group(match, "bare"):  # `in future`, not `in future talks`
        return after not in {"N", "J"}
    told = view.lower[match.start() + 1 : match.end() - 1]
    if group(match, "term"):  # `in the near term`, not `the long term of office`
        return bool(told) and _TERMS.issuperset(told) and view.word(match.end()) != "of" and after != "N"
    if view.word(match.end() - 1) == "past":  # not `the past three summers`
        return after not in {"N", "J"} and view.classes[match.end() : match.end() + 1] not in _NUMBERS
    return view.word(match.end()) != "of" and _FUTURES.issuperset(told)


def one_day(view: View, match: re.Match[str]) -> bool:
    """Whether `one day` is a day to come: `will one day be`, `one day may`."""
    is_one_day = view.lower[match.start() : match.end()] == ["one", "day"]
    return is_one_day and (view.word(match.start() - 1) in _WILL | {"to"} or view.word(match.end()) in _WILL)


def a_while(view: View, match: re.Match[str]) -> bool:
    """Whether `a while` is a length: `for a while`, not `once in a while`."""
    return view.word(match.start() - 1) in _BEFORE_LENGTH and view.word(match.start() - 2) != "once"


def rate(view: View, match: re.Match[str]) -> bool:
    """Whether `a year` says how often: `$33 million a year`, `twice a year`."""
    before, unit = view.tokens[match.start() - 1] if match.start() else None, view.word(match.end() - 1)
    if view.word(match.start()) == "per":
        return True
    if before is None or unit == "second" or not unit.isalpha():
        return False
    return before.text.lower() in _RATED or (
        before.tag_ == "NNS" and before.text.lower().removesuffix("s") not in UNITS
    )


def duration(view: View, match: re.Match[str]) -> bool:
    """Whether a length is one: not an age, not `a second`, not `$2 million a year`."""
    before, after = view.word(match.start() - 1), view.word(match.end())
    is_of_day = after == "of" and view.classes[match.end() + 1 : match.end() + 2] in _DAYS
    is_title = view.form(match.end() - 1)[:1].isupper() and view.form(match.end() - 2)[:1].isdigit()
    is_age = after == "old" or group(match, "old") or (after == "-" and view.word(match.end() + 1) == "old")
    if is_of_day or is_title or is_age:
        return False
    if group(match, "half"):
        return True
    if group(match, "bare"):
        is_of = before in _BEFORE_OF and after == "of"
        is_led = is_of or before in _BEFORE_BARE or after in {"before", "after", "ago"}
        is_led |= (after, view.word(match.end() + 1)) == ("that", "followed")
        is_led &= (view.word(match.start() - 2), before) != ("matter", "of")
        return is_led and view.word(match.start()) not in {"seconds", "nights"}
    if group(match, "over"):
        return after in _AFTER_THE or (before in {"over", "through", "throughout"} and after != "of")
    return view.word(match.start("unit")) != "second" and _is_length(view, match)


def _is_length(view: View, match: re.Match[str]) -> bool:
    """Whether a number of units is a length: `for a day`, `a week`, not `a day of mourning`."""
    before, after, unit = (view.word(at) for at in (match.start() - 1, match.end(), match.end() - 1))
    is_article = group(match, "count") is not None and view.word(match.start()) in {"a", "an"}
    if not is_article or match.end("count") - match.start("count") != 1 or before in _BEFORE_LENGTH:
        return True
    if after in {"after", "before"} and unit in UNITS:
        return True
    return unit in _LONG_UNITS and after != "of" and not rate(view, match)


def of_unit(view: View, match: re.Match[str]) -> bool:
    """Whether `the end of the day` is one: not `at the end of the day` as a turn of speech."""
    words = view.lower[match.start() : match.end()]
    return words != ["the", "end", "of", "the", "day"] or view.word(match.start() - 1) != "at"


def relative(view: View, match: re.Match[str]) -> bool:
    """Whether `this week` is a time: not a title, not `this second`; `this day` only after `on`."""
    unit = view.form(match.start("unit"))
    if view.lower[match.start() : match.end()] == ["this", "day"]:
        return view.word(match.start() - 1) == "on" and view.word(match.end()) != "in"
    return unit.islower() and unit not in {"second", "minute", "hour", "night"}


def shifted(view: View, match: re.Match[str]) -> bool:
    """Whether `two days after` ends there: not before what it is reckoned from."""
    if view.word(match.end() - 1) in {"later", "earlier"}:
        return True
    after = view.form(match.end())
    return not after[:1].isalnum() and after not in {"“", '"', "$", "‘"}


def now(view: View, match: re.Match[str]) -> bool:
    """Whether `current` points to the time: not `those present`."""
    if group(match, "these"):
        return view.word(match.end() - 1) == "days"
    return view.word(match.start()) != "present"


def lately(view: View, match: re.Match[str]) -> bool:
    """Whether `recently` points to a time by itself: not `most recently last May`."""
    return view.word(match.start() - 1) != "most"


def soon(view: View, match: re.Match[str]) -> bool:
    """Whether `soon` points to what is to come: not `as soon as`, `soon after`, `soon became`."""
    if view.word(match.end()) in {"as", "after", "before", "thereafter"}:
        return False
    return tense_at(view, match.start(), match.end() - 1) is not Tense.PAST


def decade(view: View, match: re.Match[str]) -> bool:
    """Whether a decade is none of somebody's life: `in his 30s`."""
    return view.word(match.start() - 1) not in _OWNERS
