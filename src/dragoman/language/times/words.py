"""The words that expressions of time are made of: each has one class and often a number.

Classes are written as single characters so that the grammar can run over a text as regular expressions
over classes. It does not know what stands beside a word.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "MONTHS",
    "NUMBERS",
    "ORDINALS",
    "PARTS",
    "SEASONS",
    "UNITS",
    "WEEKDAYS",
    "class_of",
    "code",
    "core",
]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Names of the months and their numbers."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thu", "friday fri",
         "saturday sat", "sunday sun"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
"""Names of the days of the week and their ISO numbers."""

_UP_TO_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""

NUMBERS = {word: number for number, word in enumerate(_UP_TO_TWENTY.split())}
NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
"""Numbers in words."""

ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)} | {"thirtieth": 30}
"""Ordinal numbers in words."""

UNITS = {
    "second": "S", "minute": "TM", "hour": "H", "day": "D", "week": "W", "fortnight": "2W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L", "night": "D",
    "weekend": "WE",
}  # fmt: skip
"""Units of time as in a TIMEX3 duration; `TM` is the minute, `E` the decade."""

DECADES = {name: number for number, name in enumerate(_DECADES.split(), start=2)}
"""Decades in words and their digit: `nineties`, 9."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""Seasons as TIMEX3 writes them."""

PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV",
    "daytime": "DT", "mid-afternoon": "AF", "mid-morning": "MO", "midafternoon": "AF", "midmorning": "MO",
    "lunchtime": "MI",
}  # fmt: skip
"""Parts of the day as TIMEX3 writes them."""

_WORDS = {
    "DAYWORD": "yesterday today tomorrow tonight",
    "UNIT": "second minute hour day week fortnight month year decade century millennium",
    "UNITS": "seconds minutes hours days weeks fortnights months years decades centuries nights "
    "millennia",
    "QUARTER": "quarter", "QUARTERS": "quarters", "PERIOD": "period term half", "WEEKEND": "weekend",
    "VAGUE": "few several many some countless numerous", "COUPLE": "couple", "DOZEN": "dozen",
    "HUNDRED": "hundred thousand", "HALF": "half", "ART": "a an", "THE": "the",
    "OF": "of", "TO": "to till until through thru", "AND": "and or &", "COMMA": ",", "HYPHEN": "- – — --",
    "IN": "in", "ON": "on", "AT": "at", "FROM": "from", "LAST": "last",
    "PAST": "past", "PREVIOUS": "previous preceding prior", "NEXT": "next", "COMING": "coming upcoming",
    "FOLLOWING": "following", "THIS": "this", "CURRENT": "current present", "SAME": "same very",
    "THAT": "that", "LATEST": "latest", "ENDED": "ended ending",
    "EARLY": "early", "LATE": "late", "EARLIER": "earlier",
    "LATER": "later", "MID": "mid middle",
    "END": "end start beginning close middle rest remainder eve turn outset", "AGO": "ago",
    "BEFORE": "before", "AFTER": "after", "NOW": "now currently nowadays presently",
    "LATELY": "recently lately", "SOON": "soon shortly", "SO": "so", "AS": "as", "POSSIBLE": "possible",
    "FUTURE": "future", "RECENT": "recent",
    "EVERY": "every each", "OFTEN": "hourly daily nightly weekly monthly yearly annually",
    "AMPM": "a.m. p.m. am pm",
    "ZONE": "gmt utc est edt et cet cest bst msk local", "NOON": "noon midday midnight",
    "YEAREND": "year-end", "OLD": "old",
    "ABOUT": "about around nearly almost roughly approximately some under", "MORE": "more less fewer",
    "THAN": "than", "LEAST": "least most", "NO": "no", "UP": "up", "POSS": "'s ’s ' ’",
    "FISCAL": "fiscal financial calendar", "OVERNIGHT": "overnight", "CHRISTMAS": "christmas",
    "FEAST": "thanksgiving easter halloween", "FEASTDAY": "bastille boxing valentine valentines",
    "HOLY": "good palm ash", "ERA": "bc bce b.c. b.c.e. ad a.d. ce",
    "ATTACKS": "attacks", "TERROR": "terror terrorist", "LONG": "long",
    "PER": "per", "THESE": "these", "EXTRA": "additional extra further whole entire",
    "FULL": "full", "TIME": "time", "NEW": "new", "LIKE": "corresponding comparable", "WHILE": "while",
}  # fmt: skip
_BY_WORD = {word: name for name, words in _WORDS.items() for word in words.split()}
_BY_WORD |= {word: "NUMWORD" for word, number in NUMBERS.items() if number < 20}
_BY_WORD |= {word: "TENS" for word, number in NUMBERS.items() if number >= 20}
_BY_WORD |= (
    dict.fromkeys(ORDINALS, "ORDWORD") | dict.fromkeys(SEASONS, "SEASON") | dict.fromkeys(PARTS, "PART")
)
_BY_WORD |= dict.fromkeys(DECADES, "DECADE")

_DIGITS = (
    ("ISODATE", re.compile(r"\d{4}-\d\d-\d\d$")),
    (
        "NUMDATE",
        re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d$|(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01])/\d\d$"),
    ),
    ("QUARTERNUM", re.compile(r"q[1-4]$")),
    ("FISCALYEAR", re.compile(r"fy[ -]?(?:(?:19|20)\d\d|\d\d)$")),
    ("NINEELEVEN", re.compile(r"9/11$")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?$")),
    ("ORDNUM", re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)$")),
    ("ORDBIG", re.compile(r"\d+(?:st|nd|rd|th)$")),
    ("DECADE", re.compile(r"(?:1\d|20)?\d0['’]?s$")),
    ("DAYNUM", re.compile(r"(?:0?[1-9]|[12]\d|3[01])$")),
    ("YEAR", re.compile(r"(?:1\d\d\d|20\d\d|21[0-4]\d)$")),
    ("FRACTION", re.compile(r"\d/\d$|½$")),
    ("NUM", re.compile(r"\d[\d,]*(?:\.\d+)?$")),
)
_CODED = re.compile(r"(?:q|fy)\d")
_PREFIX = re.compile(r"(?:mid|post|pre)-(?=.)", re.IGNORECASE)
_OTHERS = "MONTH WEEKDAY WEEKDAYS NUMWORD TENS ORDWORD SEASON PART DECADE OTHER BREAK STOP"
_NAMES = sorted({*_WORDS, *_OTHERS.split(), *(name for name, _ in _DIGITS)})
_CODES = {name: chr(0xE000 + number) for number, name in enumerate(_NAMES)}  # a private area of Unicode


def code(name: str) -> str:
    """The character that stands for a class; KeyError for a name that is none."""
    return _CODES[name]


def core(form: str) -> str:
    """A word in lower case without `mid-`, `post-`, `pre-` or the full stop of an abbreviation."""
    plain = _PREFIX.sub("", form, count=1).lower()
    return plain[:-1] if plain.endswith(".") and (plain[:-1] in MONTHS or plain[:-1] in WEEKDAYS) else plain


@lru_cache(maxsize=16384)
def class_of(form: str) -> str:
    """The character of a word's class."""
    return _CODES[_class(form)]


def _class(form: str) -> str:
    """The name of a word's class."""
    if not form.strip():
        return "BREAK"
    plain = core(form)
    if form[0].isdigit() or plain[:1].isdigit() or plain == "½" or _CODED.match(plain):
        return next((name for name, pattern in _DIGITS if pattern.match(plain)), "OTHER")
    if _PREFIX.match(form) is None or plain not in _BY_WORD:
        named = _name(_PREFIX.sub("", form, count=1), plain)
        if named:
            return named
    if form in {".", ";", ":", "!", "?", "(", ")", "“", "”", '"'}:
        return "STOP"
    return _BY_WORD.get(form.lower(), _BY_WORD.get(plain, "OTHER"))


def _name(form: str, plain: str) -> str | None:
    """The class of a month or a weekday, which must have a capital; None for other words."""
    if not form[:1].isupper():
        return None
    if plain in MONTHS:
        return "MONTH"
    if plain in WEEKDAYS and (len(plain) > 3 or form.endswith(".")):  # not the verb "sat"
        return "WEEKDAY"
    return "WEEKDAYS" if plain.endswith("s") and plain[:-1] in WEEKDAYS and len(plain) > 6 else None
