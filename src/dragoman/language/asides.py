"""Blanks what a page's software set inside sentences: lists of links behind a name.

Some outlets put behind a person's name the full name again and, without a space, headlines that link to
other reports: `Trump Donald John TrumpSenators balk at … MORE`. They belong to no sentence.
"""

from __future__ import annotations

import re

__all__ = ["blanked"]

_LINKS = re.compile(
    r"""
    (?<!\w)(?P<name>[^\W\d_][\w’'.-]*)                    # the name as the sentence has it
    (?P<links>
      \ (?:[A-Z(][\w.’'()-]*\ ){0,6}? (?P=name)             # the full name
      (?:(?=[A-Z‘“'"0-9])|\ (?=[A-Z]))                      # no space, as a rule, before the first headline
      .{8,600}? \ MORE\b
    )
    """,
    re.VERBOSE,
)


def blanked(text: str) -> str:
    """A text of the same length with spaces for every character of such lists."""
    if " MORE" not in text:
        return text
    return _LINKS.sub(lambda found: found["name"] + " " * len(found["links"]), text)
