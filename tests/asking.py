"""The record and the token of the servers in tests."""

from __future__ import annotations

from builders import LAVROV, LE_DRIAN, article, meeting
from dragoman.store import Store
from judging import judge
from stored import PARIS, UNDATED, paris, put, undated

TOKEN = "a-token-that-is-long-enough"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


def fill(db: Store) -> None:
    """Put a small record into a store: four records of two reports, and a meeting whose place is disputed."""
    put(db, PARIS, *paris())
    put(db, UNDATED, *undated())
    words = "Lyon saw two ministers at its town hall: Lavrov met Le Drian, and then they left by train."
    of = article(words, published="2017-07-08", page="lyon.txt", source="Wire")
    put(db, of, meeting(of, "Lavrov met Le Drian", LAVROV, LE_DRIAN, date="2017-07-06", place="Lyon"))
    judge(db, "same", (paris()[0],), (db.accounts([of.id])[0].claims[0],))
