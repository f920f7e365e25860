"""Both databases find the same words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from builders import LAVROV, article, statement
from databases import Server
from dragoman import store
from dragoman.query import parse
from dragoman.store import Store
from stored import put

TEXTS = (
    "Generously, the ministers were dying to talk: skis, skies and the sky.",
    "He was not there; they did not go to the Iranian talks. The who of it.",
    "Jonas Gahr Støre, Lech Wałęsa and Mevlüt Çavuşoğlu discussed the Straße and Œuvres.",
    "The U.S.-led coalition, a non-aggression pact, e-mail a.b@example.org and http://example.org/x?y=1.",
    "On 6 July 2017 at 10:30 some 3.5 percent, 1,000 men, 1e5 shells, COVID-19, the 4th Army, S-400s.",
    "L'Élysée’s talks; ministers' talking; O'Brien’s relations & relational matters <b>bold</b> &amp; more.",
    "Переговоры в Москве, 北京 会谈, المحادثات في جنيف, and Αθήνα.",
    "negotiation negotiations negotiating negotiator negotiators negotiated",
    "a_b under_score #hashtag @handle 50% *star* \"quoted\" back\\slash 'single' (paren) [x] {y} !",
)

QUERIES = (
    *("not", "the", "who", "he", "to", "a", "generous", "generously", "dying", "die", "dies", "ski", "sky"),
    *("støre", "store", "walesa", "Wałęsa", "cavusoglu", "strasse", "straße", "oeuvres", "œuvre"),
    *("u.s.", "us", "us-led", "non-aggression", "aggression pact", "nonaggression", "e-mail", "example.org"),
    *(
        "example",
        "a.b@example.org",
        "http",
        "2017",
        "6 july",
        "july 6",
        "10:30",
        "3.5",
        "3 5",
        "1,000",
        "1e5",
    ),
    *("covid-19", "covid", "4th", "4th army", "s-400", "s-400s", "elysee", "l'élysée", "élysée’s", "o'brien"),
    *("relation", "relations", "relational", "matter", "bold", "amp", "more", "москве", "Переговоры", "北京"),
    *("北京 会谈", "جنيف", "αθήνα", "Αθηνα", "negotiation", "negotiator", "negotiate", "negotiating table"),
    *("under_score", "under score", "hashtag", "#hashtag", "@handle", "50%", "50", "*star*", "quoted back"),
    *(
        "back\\slash",
        "paren x y",
        "iran",
        "iranian talk",
        "go to the iranian",
        "talk go",
        "!",
        "%",
        "&",
        "'",
        ":",
    ),
    *("sky | ski", "sky & ski", "sky <-> ski", "sky:*", "sky*", "NEAR(sky ski)", "claim_words : sky", "-sky"),
    *("s", "u s", "u", "us", "as", "ay", "ai", "is", "by", "y", "talks s", "brien s"),
)


@pytest.fixture(scope="module")
def pair(server: Server) -> Iterator[tuple[Store, Store]]:
    with store.open("sqlite://") as one, store.open(server.make()) as other:
        for db in (one, other):
            for number, text in enumerate(TEXTS):
                of = article(text, page=f"{number}.txt", title=text, source="The Sky")
                put(db, of, statement(of, text, LAVROV))
        yield one, other


def find(db: Store, field: str, words: str) -> list[str]:
    quoted = words.replace('"', "")
    return sorted(
        claim.evidence[0].exact[:20]
        for record in db.find(parse(f'{field}"{quoted}"')).records
        for claim in record.claims
    )


@pytest.mark.parametrize("field", ["", "about:"])
def test_they_find_the_same(pair: tuple[Store, Store], field: str) -> None:
    one, other = pair
    found = {words: find(one, field, words) for words in QUERIES}
    assert {words: find(other, field, words) for words in QUERIES} == found
    assert sum(map(bool, found.values())) > len(QUERIES) / 2


@pytest.mark.parametrize("words", ["not", "støre", "store", "walesa", "negotiating", "relation", "москве"])
def test_they_find_what_people_mean(pair: tuple[Store, Store], words: str) -> None:
    assert all(find(db, "about:", words) for db in pair)
