"""The shapes that expressions of time have, as patterns over the classes of words.

In a pattern a name in capitals stands for one word of that class (see `words`), a name in braces for a
shape of its own; white space means nothing. It finds; what a match is worth is told in `values`.
"""

from __future__ import annotations

import re

from dragoman.language.times.words import code

__all__ = ["RULES"]

_SHAPES = {
    "DAY": "(?:DAYNUM|ORDNUM|TENS HYPHEN ORDWORD|ORDWORD)",
    "EDGE": "(?:THE?(?:(?:EARLY|LATE|MID|EARLIER|LATER)HYPHEN?(?:OF|IN|ON)?|END OF)THE?)",
    "REL": "(?:LAST|PAST|PREVIOUS|NEXT|COMING|(?<=THE)FOLLOWING|CURRENT|SAME|LATEST"
    "|THIS (?:COMING|PAST|SAME)?|THAT SAME?)",
    "RANGE": "(?:HYPHEN|TO|AND)",
    "COUNT": "(?:(?:NUM|DAYNUM|YEAR(?=UNITS))(?:AND?FRACTION)?|TENS HYPHEN?NUMWORD|(?:TENS|NUMWORD)HUNDRED?"
    "|ART HUNDRED|HUNDRED"
    "|(?:NUMWORD|TENS|DAYNUM)AND ART HALF|ART? COUPLE OF?|ART? VAGUE|ART? DOZEN|HALF ART|FRACTION)",
    "ABOUT": "(?:NO?MORE THAN|AT LEAST|UP TO|ABOUT|ABOUT AT?LEAST)",
    "COUNTED": "(?:UNIT|UNITS|QUARTERS|WEEKEND)",
    "CLOCK": "(?:(?:CLOCK|DAYNUM|NUMWORD)(?:AMPM ZONE?|IN THE PART)|(?:CLOCK|YEAR|NUM)ZONE|CLOCK"
    "|(?:THE)?NOON)",
    "NTH": "(?P<ord>ORDWORD)QUARTER",
    "SPOKEN": "(?P<hundreds>NUMWORD)(?P<rest>TENS HYPHEN?NUMWORD|TENS|NUMWORD)",
    "ORD": "(?:TENS HYPHEN ORDWORD|ORDWORD|ORDNUM|ORDBIG)",
    "YEAR": "(?:(?:COMMA|OF)?(?P<year>YEAR)|(?:COMMA|OF)?(?P<year_rel>LAST|THIS|NEXT)(?P<year_unit>UNIT)"
    "|OF(?P<year_told>THAT)SAME?(?P<year_unit2>UNIT))",
}

_PATTERNS = (
    # dates
    ("iso", "(?P<iso>ISODATE)"),
    ("numeric", "(?P<numeric>NUMDATE)"),
    (
        "month_days",
        "(?P<m1>MONTH)THE?(?P<d1>{DAY})(?:COMMA?(?P<y1>YEAR)COMMA?)?{RANGE}(?P<m2>MONTH)THE?(?P<d2>{DAY}){YEAR}?",
    ),
    (
        "month_days",
        "(?P<d1>{DAY})OF?(?P<m1>MONTH)(?:COMMA?(?P<y1>YEAR))?{RANGE}THE?(?P<d2>{DAY})OF?(?P<m2>MONTH){YEAR}?",
    ),
    ("nine_eleven", "(?P<m1>MONTH)(?P<d1>DAYNUM|ORDNUM)(?=TERROR?ATTACKS(?!IN|ON|AT))"),
    ("month_day", "(?:WEEKDAY COMMA?THE?)?(?P<m1>MONTH)THE?(?P<d1>{DAY}){YEAR}?"),
    (
        "month_day",
        "(?:WEEKDAY COMMA?THE?)?(?P<m1>MONTH)THE?(?P<d1>{DAY})(?:HYPHEN|TO)THE?(?P<d2>{DAY}){YEAR}?",
    ),
    ("month_day_and", "(?P<m1>MONTH)THE?(?P<d1>{DAY})(?P<and>AND)THE?(?P<d2>{DAY}){YEAR}?"),
    ("month_day", "(?:WEEKDAY COMMA?THE?)?THE?(?P<d1>DAYNUM|ORDNUM)OF?(?P<m1>MONTH){YEAR}?"),
    ("month_day", "(?:WEEKDAY COMMA?)?THE?(?P<d1>{DAY})OF (?P<m1>MONTH){YEAR}?"),
    ("month_day", "(?:WEEKDAY COMMA?)?THE?(?P<d1>{DAY}){RANGE}THE?(?P<d2>{DAY})OF?(?P<m1>MONTH){YEAR}?"),
    ("nth", "THE?(?P<ord>ORDWORD|LAST)(?P<w1>WEEKDAY|UNIT)(?:OF|IN)(?P<m1>MONTH){YEAR}?"),
    ("week_of", "THE?(?P<unit>UNIT)OF THE?(?P<m1>MONTH)THE?(?P<d1>{DAY}){YEAR}?"),
    ("week_of", "THE?(?P<unit>UNIT)OF THE?(?P<d1>{DAY})OF?(?P<m1>MONTH){YEAR}?"),
    ("month", "{EDGE}?(?P<m1>MONTH){YEAR}?"),
    ("month", "{EDGE}?THE?(?P<rel>{REL})(?P<m1>MONTH)"),
    ("months", "(?P<m1>MONTH)(?P<y1>YEAR)?(?:HYPHEN|TO)(?P<m2>MONTH){YEAR}?"),
    ("year", "{EDGE}?(?:FISCAL|THE UNIT)?(?P<year>YEAR)"),
    ("year", "(?P<year>FISCALYEAR)"),
    ("years", "(?P<y1>YEAR)(?:HYPHEN|TO)(?P<y2>YEAR|DAYNUM|NUM)"),
    ("month", "{EDGE}?(?P<m1>MONTH){SPOKEN}"),
    ("spoken_year", "THE UNIT(?P<thousands>NUMWORD HUNDRED)(?:AND?(?P<rest>NUMWORD))?"),
    ("spoken_year", "{EDGE}?(?:THE UNIT)?{SPOKEN}"),
    ("decade", "{EDGE}?THE?POSS?(?P<decade>DECADE)"),
    ("century", "{EDGE}?THE?(?P<ord>{ORD})HYPHEN?(?P<unit>UNIT)(?P<era>ERA)?"),
    ("era", "(?P<number>YEAR|NUM|DAYNUM)(?P<era>ERA)|(?P<era2>ERA)(?P<number2>YEAR|NUM|DAYNUM)"),
    ("nine_eleven", "NINEELEVEN"),
    # seasons, weekends, weekdays, parts of the day
    ("season", "{EDGE}?(?P<the>THE)?(?P<rel>{REL})?(?P<season>SEASON)(?:(?:COMMA|OF)?(?P<year>YEAR))?"),
    ("season", "{EDGE}?(?P<the>THE)?(?P<season>SEASON)OF?{SPOKEN}"),
    ("weekend", "{EDGE}?THE?(?P<rel>{REL})?(?P<weekend>WEEKEND)"),
    ("weekday", "{EDGE}?THE?(?P<rel>{REL})?(?P<w1>WEEKDAY)(?:COMMA?(?P<part>PART|OVERNIGHT|NOON))?"),
    (
        "weekday_week",
        "{EDGE}?(?P<w1>WEEKDAY)OF?(?P<week_rel>LAST|THIS|NEXT)(?P<week_unit>UNIT)(?P<part>PART)?",
    ),
    ("weekday_week", "(?P<week_rel>LAST|THIS|NEXT)(?P<week_unit>UNIT)(?:ON)?(?P<w1>WEEKDAY)"),
    ("weekdays", "(?P<w1>WEEKDAY)(?:HYPHEN|TO|(?P<and>AND))(?P<w2>WEEKDAY)"),
    ("dayword", "{EDGE}?(?P<dayword>DAYWORD)(?:POSS?(?P<part>PART))?"),
    ("dayword", "{EDGE}?(?P<part>PART)(?:OF)?(?P<dayword>DAYWORD)"),
    ("dayword_beyond", "THE UNIT(?P<step>BEFORE|AFTER)(?P<dayword>DAYWORD)"),
    ("part", "{EDGE}?(?P<rel>THIS|LAST|THAT|THE)(?P<part>PART)"),
    ("part", "THE?(?P<rel>NEXT|FOLLOWING)(?P<part>PART)"),
    ("part", "(?:EARLY|LATE|MID)HYPHEN?(?P<part>PART)"),
    ("part", "(?P<part>OVERNIGHT)"),
    ("clock", "ABOUT?(?P<clock>{CLOCK})"),
    # distances
    ("relative", "{EDGE}?THE?(?P<rel>{REL})(?:FULL|FISCAL)?(?P<unit>UNIT|QUARTER)"),
    ("of_unit", "{EDGE}(?P<unit>UNIT|QUARTER)"),
    ("the_year", "THE(?:FULL|EXTRA|FISCAL)*(?P<unit>UNIT)(?=(?P<ended>ENDED)?)"),
    ("year_end", "ABOUT?YEAREND|THE?(?P<unit>UNIT)(?:HYPHEN|POSS)?END"),
    (
        "relatives",
        "THE?(?P<rel>LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|LATEST)(?P<count>{COUNT})(?P<unit>UNITS|QUARTERS)",
    ),
    ("recent", "(?:THE)?(?P<rel>RECENT|PAST|COMING|FOLLOWING|PREVIOUS|LAST|NEXT)(?P<unit>UNITS|QUARTERS)"),
    ("ago", "{ABOUT}?(?P<count>{COUNT}|ART)?(?P<unit>UNITS|UNIT|QUARTERS|QUARTER)(?:AND SO)?(?P<ago>AGO)"),
    ("ago", "(?P<count>{COUNT}|ART)(?P<unit>UNIT|UNITS|QUARTERS)FROM NOW"),
    (
        "shifted",
        "{ABOUT}?(?P<count>{COUNT}|ART|THE)(?P<unit>UNIT|UNITS|QUARTER)(?P<step>LATER|EARLIER|BEFORE|AFTER)",
    ),
    ("year_ago", "THE?(?P<unit>UNIT)HYPHEN(?P<step>AGO|EARLIER)(?:(?P<ord>ORDWORD)?(?:QUARTER|PERIOD))?"),
    (
        "year_ago",
        "THE(?:LIKE|SAME)?(?:QUARTER|PERIOD)OF?(?:(?P<last>LAST)(?P<unit>UNIT)|ART(?P<unit2>UNIT)(?:AGO|EARLIER|BEFORE))",
    ),
    ("year_ago", "(?P<last>LAST)(?P<unit>UNIT)POSS(?:QUARTER|PERIOD)"),
    ("ahead", "(?<=IN)ABOUT?(?P<count>{COUNT}|ART)(?P<unit>UNIT|UNITS)(?:POSS TIME)?"),
    ("ahead", "(?<=IN)ART(?P<unit>UNIT)AND(?P<or>NUMWORD)"),
    # quarters of a year
    (
        "quarter",
        "{EDGE}?THE?(?:FISCAL HYPHEN?)?{NTH}(?:(?:OF)?(?:FISCAL)?(?P<year>YEAR))?",
    ),
    ("quarter", "(?P<ord>ORDWORD)HYPHEN QUARTER"),
    ("quarter", "{EDGE}?THE?(?P<year>YEAR){NTH}"),
    ("quarter", "THE?(?P<rel>LAST|THIS|NEXT)(?P<unit>UNIT)POSS{NTH}"),
    ("quarter", "THE?{NTH}OF?(?P<rel>LAST|THIS|NEXT)(?P<unit>UNIT)"),
    ("the_quarter", "THE(?P<year>YEAR)QUARTER"),
    ("the_quarter", "THE QUARTER(?=ENDED(?P<m1>MONTH))|THE QUARTER|THE LATEST PERIOD"),
    ("quarter", "(?P<ord>QUARTERNUM)(?:OF?(?P<year>YEAR))?"),
    ("half", "{EDGE}?THE?(?P<ord>ORDWORD|LAST)HALF OF THE?(?P<year>YEAR)"),
    ("half", "{EDGE}?THE?(?P<ord>ORDWORD|LAST)HALF OF THE?(?P<rel>LAST|THIS|NEXT)?(?P<unit>UNIT)"),
    # sets
    (
        "every",
        "(?P<every>EVERY)(?:(?P<other>OTHER)|(?P<count>{COUNT}))?(?P<what>UNIT|QUARTER|WEEKDAY|PART|SEASON|MONTH|WEEKEND|UNITS)",
    ),
    ("weekday_set", "(?P<what>WEEKDAYS)|(?P<what2>WEEKDAY)(?P<nights>UNITS)"),
    ("often", "(?P<often>OFTEN)"),
    # lengths
    ("one_day", "NUMWORD UNIT"),
    ("a_while", "ART WHILE"),
    ("rate", "(?:ART|PER)(?P<unit>UNIT)"),
    (
        "duration",
        "THE?{ABOUT}?(?P<count>{COUNT})(?:MORE|EXTRA|FULL)?OTHER?(?P<unit>{COUNTED})(?:AND SO)?",
    ),
    ("duration", "{ABOUT}?(?P<count>{COUNT})HYPHEN(?P<unit>UNIT)(?:HYPHEN(?:(?P<old>OLD)|LONG))?"),
    ("duration", "{ABOUT}?(?P<count>{COUNT})(?P<to>TO|AND|HYPHEN){COUNT}(?P<unit>UNITS|QUARTERS)"),
    ("duration", "THE?(?P<first>ORDWORD|FULL)(?P<count>{COUNT})(?P<unit>UNITS|QUARTERS)"),
    ("duration", "{ABOUT}?(?P<count>ART|HALF ART)(?:FULL|EXTRA)?(?P<unit>UNIT)(?:AND ART (?P<half>HALF))?"),
    ("now", "(?P<these>THESE)UNITS"),
    ("duration", "THE(?P<over>UNITS)"),
    ("duration", "(?P<unit>UNIT|UNITS)HYPHEN(?P<long>LONG)"),
    ("duration", "THE(?:EARLY|ORDWORD)(?P<unit>UNITS)"),
    ("duration", "(?P<bare>UNITS)"),
    # words that only point
    ("now", "(?P<now>NOW|CURRENT)"),
    ("lately", "(?P<lately>LATELY)"),
    ("soon", "(?P<soon>SOON)|AS (?P<as>SOON)AS POSSIBLE"),
    ("lately", "LONG AGO"),
    ("future", "THE (?:OTHER)?(?P<future>FUTURE|PAST)|THE OTHER(?P<term>PERIOD)"),
    ("future", "FUTURE(?:UNITS|QUARTERS)|(?<=IN)(?P<bare>FUTURE)"),
    ("feast", "(?P<rel>{REL})?(?P<feast>FEAST)(?P<day>UNIT|WEEKEND|WEEKDAY)?(?:OF?(?P<year>YEAR))?"),
    ("feast", "(?P<feast>FEASTDAY)(?:POSS)?(?P<day>UNIT)(?:OF?(?P<year>YEAR))?"),
    ("feast", "(?P<rel>{REL})?(?P<feast>HOLY)(?P<day>WEEKDAY)"),
    ("holiday", "(?P<christmas>CHRISTMAS)(?:(?P<eve>END)|(?P<day>UNIT))?(?P<year>YEAR)?"),
    ("holiday", "(?P<new>NEW)UNIT POSS(?:(?P<eve>END)|(?P<day>UNIT))(?:COMMA?(?P<year>YEAR))?"),
)


_SHAPE = re.compile(r"\{([A-Z]+)\}")


def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern over the characters of classes."""
    while _SHAPE.search(pattern):
        pattern = _SHAPE.sub(lambda found: f"{_SHAPES[found[1]]} ", pattern)
    return re.compile(re.sub(r"[A-Z]{2,}", lambda found: code(found[0]), pattern).replace(" ", ""))


RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, _compiled(pattern)) for name, pattern in _PATTERNS
)
"""The name of each rule with its pattern; where two matches are equally long the earlier rule has it."""
