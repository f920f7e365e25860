"""Tells which language a text is in, and whether the language model reads it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.articles import signs

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["READ", "identify", "name"]

READ = frozenset({"en"})
"""The languages that the language model reads, by ISO 639-1 code."""

SAMPLE = 6000
SHORT = 200
SURE = 0.8
WORDS = re.compile(r"[^\W\d_]+")
NEWS = """
af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km
kn ko ku ky lo lt lv mk ml mn mr ms my ne nl no or pa pl ps pt ro ru si sk sl so sq sr sv sw ta te tg th tk
tl tr tt ug uk ur uz vi zh
"""
"""The languages that are told apart: those that news is written in, less creoles that resemble English."""


def identify(text: str) -> str:
    """The ISO 639-1 code of the language of a text.

    English is known by its own words; only where they are rare is the identifier loaded. A short text
    that it is not sure of is taken for English.
    """
    sample = text[:SAMPLE]
    words = [word.lower() for word in WORDS.findall(sample)]
    known = sum(word in signs.words("english", "words") for word in words)
    if known >= max(2, 0.2 * len(words)):
        return "en"
    code, sure = _identifier().classify(sample)
    unsure = len(sample) < SHORT and sure < SURE and sample.isascii()
    return "en" if unsure else str(code)


def name(code: str) -> str:
    """The English name of a language."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(NEWS.split())
    return identifier
