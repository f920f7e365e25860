"""The numbers that a report gives, with what they count: to tell where reports differ on them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from dragoman.folding import fold
from dragoman.record.wording import content_of

__all__ = ["clash", "counted"]

_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_VALUES = {word: n for n, word in enumerate(_WORDS.split(), 2)}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_COUNT = re.compile(
    rf"(?<![\w.,$€£])(\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_VALUES)})"
    rf"(?: ({'|'.join(_SCALES)}))? ([a-z]{{3,}})",
    re.IGNORECASE,
)
_TIMES = frozenset(
    """
    second minute hour day week month year decade time others other percent per degree january february march
    april may june july august september october november december
    """.split()  # noqa: SIM905 - a list to read
)


def counted(text: str) -> Mapping[str, frozenset[float]]:
    """What a text counts, by the word behind the number, without its ending: `{"soldier": {12}}`.

    Stretches of time, shares and dates are left out, as is money.
    """
    found: defaultdict[str, set[float]] = defaultdict(set)
    for number, scale, noun in _COUNT.findall(text):
        stems = content_of([fold(noun)])
        if stems and not stems & _TIMES:
            found[next(iter(stems))].add(_value(number) * _SCALES.get(scale.lower(), 1))
    return {noun: frozenset(values) for noun, values in found.items()}


def clash(one: str, other: str) -> bool:
    """Whether two texts count the same thing and give one number each, which differ."""
    a, b = counted(one), counted(other)
    return any(len(a[noun]) == len(b[noun]) == 1 and a[noun] != b[noun] for noun in a.keys() & b.keys())


def _value(number: str) -> float:
    return float(_VALUES.get(number.lower(), 0) or number.replace(",", ""))
