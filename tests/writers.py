"""Articles of one occasion, and a program that reads some of them into a store.

`python writers.py URL GO PART OF` says that it is ready with a file beside GO, and begins once GO is there:
several then work at once.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from builders import CAST, LAVROV, LE_DRIAN, article, meeting, statement
from dragoman import pipeline, store, stories
from dragoman.pipeline import Findings
from dragoman.store import Store

TOLD = (
    "Lavrov met Le Drian in Paris on Thursday. “We oppose chemical weapons,” Le Drian said.",
    "Le Drian hosted Lavrov in Paris. “We oppose chemical weapons,” the minister said on Thursday.",
    "In Paris Lavrov talked with Le Drian. “The sarin must be accounted for,” Le Drian told him.",
    "Paris saw Lavrov and Le Drian sit down together. “Minsk holds,” Lavrov said to the press.",
    "Thursday's talks of Lavrov and Le Drian in Paris were long. “Minsk holds,” Lavrov said again.",
    "Le Drian received Lavrov at the Quai d'Orsay. “We differ on Khan Sheikhun,” he said after that.",
    "Lavrov flew to Paris and saw Le Drian. “Terrorism is our enemy,” Lavrov said when they had eaten.",
    "Lavrov was in Paris, where Le Drian awaited him. “Normandy is alive,” Le Drian said in the evening.",
)
"""What articles say of a meeting and of what was said there."""


def findings() -> list[Findings]:
    """What each of the articles gives."""
    found = []
    for number, text in enumerate(TOLD):
        date = f"2017-07-0{7 + number % 2}"
        of = article(
            text, published=date, page=f"{number}.txt", title=f"Report {number}", source=f"S{number}"
        )
        met = meeting(of, text.split(".")[0], LAVROV, LE_DRIAN, date="2017-07-06", place="Paris")
        quoted = text[text.index("“") + 1 : text.index("”")]
        said = statement(of, quoted, LE_DRIAN if "Le Drian said" in text else LAVROV)
        found.append(Findings(of, CAST, (met, said), stories.trace(of, CAST)))
    return found


def keep(url: str, part: int, of: int) -> None:
    """Open a store, and read every so-manieth article into it."""
    with store.open(url) as db:
        for found in findings()[part::of]:
            pipeline.keep(found, db)


def seen(db: Store) -> int:
    """How many articles a store has, which must be all that its records stand on."""
    selection = db.find()
    known = {account.heading.id for account in selection.accounts}
    assert known >= {claim.article for record in selection.records for claim in record.claims}
    return len(known)


if __name__ == "__main__":
    url, go, part, of = sys.argv[1:]
    Path(f"{go}-{part}").touch()
    while not Path(go).exists():
        time.sleep(0.001)
    keep(url, int(part), int(of))
