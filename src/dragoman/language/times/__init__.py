"""Finds expressions of time and tells their TIMEX3 values against the date of the article.

Source: TimeML 1.2.1 annotation guidelines, TIMEX3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.times import story
from dragoman.language.times.calendar import Reference
from dragoman.language.times.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.types import Time

__all__ = ["find"]


def find(doc: Doc, published: str | None) -> tuple[Time, ...]:
    """The expressions of time in a text, in order.

    Args:
        doc: A Doc over the text. Parts of speech, dependencies and names are used where it has them.
        published: The date of the article as a TIMEX value, or None.

    Returns:
        Times whose values are as precise as text and date allow: `2019-08-24/2019-08-26`, `2017-W27`,
        `P2M`. A year that cannot be known is `XXXX`; `PAST_REF`, `PRESENT_REF` and `FUTURE_REF` only
        point, and None is what cannot be known.
    """
    return story.tell(View.of(doc), Reference.of(published))
