"""Splits a text into words, as the Universal Dependencies treebanks of English do.

Contractions and possessives come apart (`do|n't`, `Lavrov|'s`, `can|not`), hyphenated words come apart
unless the first part is a prefix (`vice|-|president`, but `ex-president`), abbreviations keep their
full stop. Every character that is not white space belongs to exactly one word.
"""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.types import Span

__all__ = ["ABBREVIATIONS", "split"]

ABBREVIATIONS = frozenset(
    """adm amb apr approx assn assoc asst atty aug ave bldg blvd brig bros c.f capt cmdr col comdr
    comr cont corp cpl dec dept det dist div dr ed eds est etc feb fig figs fr ft gen gov govt hon
    inc insp jan jr jul jun lt ltd maj messrs min mr mrs ms msgr mt mts nov oct ph.d pfc pls pp pres
    prof pvt rep reps ret rev rt sec sen sens sep sept sgt sr st ste supt treas univ viz vol
    vols vs""".split()  # noqa: SIM905
)
"""Abbreviations that keep their full stop, in lower case without it."""

_KEEPING = "|".join(
    form for word in sorted(ABBREVIATIONS) for form in (re.escape(word), re.escape(word.capitalize()))
)
_BEFORE_NUMBER = "[Nn]os?|ca?|para|Art|Mar|Ch|Para|Sun|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat"
_PREFIXES = (
    "anti|arch|auto|bi|co|counter|cross|de|e|ex|extra|hyper|inter|intra|macro|mega|meta|micro|mid|mini|mis"
    "|multi|neo|non|over|para|photo|poly|post|pre|pro|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|sur"
    "|tele|trans|tri|ultra|un|under|uni"
)
_DOMAIN = r"com|org|net|gov|edu|info|co\.uk|ru|fr|de|eu|pdf|doc|xls|html?|php"
_LETTER = r"(?:[^\W\d_]|[\u00ad\u0300-\u036f\u200c\u200d])"
_WORD = rf"{_LETTER}+(?:['’ʼ`]{_LETTER}+)*"
_NUMBER = r"\d+(?:[.,:/]\d+)*"

_TOKEN = re.compile(
    rf"""
      [a-z]+(?=\s)                                                      # most words, at once
    | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”'’.,;:!?)\]]             # addresses
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w@])[@\#](?=\w*{_LETTER})\w+
    | (?<!\w)(?:[\w-]+\.)+(?:{_DOMAIN})\b(?:/[^\s"“”]*[\w/])?
    | (?<!\S)[:;]-?[)(DP](?!\w)                                         # faces
    | (?<!\w){_LETTER}\.(?:{_LETTER}\.)+                                # U.S., a.m.
    | (?<!\w)(?:[A-Z]\.[A-Z]|Ph\.D\.|Co\.(?=\s*[\w,])|[Ee]tc\.(?=[,;)]|\s+[a-z]))(?!\w)
    | (?<![\w'’])[A-Z]\.(?=\s*[A-Z][\w.'’])                             # the J. of J. Edgar
    | (?<!\w)(?:{_BEFORE_NUMBER})\.(?=\s*\d)
    | (?<=\bet\s)al\.
    | (?<!\w)(?:{_KEEPING})\.(?!\w)
    | (?<![\w.-])\d+(?:-\d+){{2,}}(?![\w-]) | (?<![\w.-])\d{{3}}-\d{{4}}(?![\w-])      # telephones
    | {_NUMBER}(?:['’]?s|st|nd|rd|th|ST|ND|RD|TH)(?!\w) | {_NUMBER}[A-Z](?!\w)
    | {_NUMBER}(?=[a-zA-Z]{{1,7}}(?!\w)) | {_NUMBER}(?!\w)
    | (?:(?<![\w-])(?i:{_PREFIXES})-)+(?:{_LETTER}\.(?:{_LETTER}\.)+|{_WORD}|{_NUMBER}s?)
    | [A-Z]+(?:&[A-Z]+)+(?!\w)                                          # AT&T
    | (?:(?<=[\w.)\]”"])['’ʼ`](?i:s|re|ve|ll|d|m)(?!\w))                # after a bracket or a full stop
    | {_LETTER}+\d\w*                                                   # G7, Q1
    | {_WORD}
    | [\w\u00ad\u0300-\u036f\u200c\u200d]+                              # letters and digits mixed
    | [.!?]{{2,}} | -{{2,}} | ={{2,}} | \*{{2,}} | _{{2,}} | \#{{2,}} | ~{{2,}} | <{{2,}} | >{{2,}} | '' | ``
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(n['’ʼ`]t|(?<=.)['’ʼ`](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_FUSED = {
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dont": 2, "cant": 2, "doesnt": 4, "didnt": 3,
    "isnt": 2, "wasnt": 3, "couldnt": 5, "wouldnt": 5, "arent": 3, "im": 1, "ive": 1, "lets": 3,
}  # fmt: skip
_APOSTROPHES = frozenset("'’ʼ`")


def split(text: str) -> list[Span]:
    """The words of a text, in order; white space belongs to none.

    Args:
        text: Any text, of any length.

    Returns:
        Spans that do not overlap and together cover every character but white space.

    Source:
        Universal Dependencies, English EWT and GUM.
    """
    words: list[Span] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        if end - start > 2 and (not _APOSTROPHES.isdisjoint(word) or word.lower() in _FUSED):
            words.extend(_parts(word, start))
        else:
            words.append(Span(start, end))
    return words


def _parts(word: str, start: int) -> list[Span]:
    """The parts of a contraction that starts at `start`: `would`, `n't`, `'ve`."""
    cuts = []
    end = len(word)
    if cut := _FUSED.get(word.lower()):
        cuts.append(cut)
    while match := _CLITIC.search(word, 0, end):
        end = match.start()
        if not end:
            break
        cuts.insert(0, end)
    bounds = [0, *cuts, len(word)]
    return [Span(start + a, start + b) for a, b in pairwise(bounds)]
