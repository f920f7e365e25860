"""The query language: `by:lavrov about:syria with:FRA since:2017-06 kind:statement free words`.

`parse` turns what a person types into a frozen `Query`; `dragoman.store` turns that into SQL. This
package does not know how records are stored.
"""

from __future__ import annotations

from dragoman.query.language import FILTERS, KINDS, Query, Term, parse

__all__ = ["FILTERS", "KINDS", "Query", "Term", "parse"]
