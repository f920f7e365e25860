"""The store: where pages, articles, claims and records are kept.

It is read once (`Store.neighbours`) and written once (`Store.apply`) for an article. It does not
know how claims are extracted or how they are merged; it keeps what it is given and finds it again.

    with store.open(settings.load().database) as db:
        keys = record.keys(article, actors, claims)
        hood = db.neighbours(article.id, keys, copies.sample(article))
        db.apply(record.merge(article, actors, claims, hood))
        db.conclude(Outcome(page.location, sha256, (article.id,)), page)
"""

from __future__ import annotations

from dragoman.store.auditing import Audit
from dragoman.store.database import Place, Store, open  # noqa: A004 - `store.open` is what it does
from dragoman.store.facets import Count, Facets
from dragoman.store.paging import Browsed

__all__ = ["Audit", "Browsed", "Count", "Facets", "Place", "Store", "open"]
