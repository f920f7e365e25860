from __future__ import annotations

from actors.drawn import read
from dragoman.actors import words
from dragoman.actors.lexicon import Lexicon


def found(phrases: list[str], line: str, *, cased: bool = True) -> list[str]:
    lexicon: Lexicon[str] = Lexicon(cased=cased)
    for phrase in phrases:
        lexicon.add(phrase, phrase)
    seen = words.of(read(line))
    return [seen.text(m.start, m.end) for m in lexicon.find(seen)]


def test_the_longest_match_wins() -> None:
    assert found(["Security Council", "UN Security Council", "UN"], "the UN Security Council met") == [
        "UN Security Council"
    ]


def test_accents_hyphens_and_full_stops_do_not_matter() -> None:
    line = "Elysée and N.A.T.O. and al - Qaeda"
    assert found(["Élysée", "NATO"], line) == ["Elysée"]
    assert found(["N.A.T.O.", "al-Qaeda"], line) == ["N.A.T.O.", "al-Qaeda"]


def test_capitals_matter_where_it_is_cased() -> None:
    assert found(["US", "Polish"], "they told us to polish it") == []
    assert found(["US", "Polish"], "the US and a Polish town") == ["US", "Polish"]
    assert found(["foreign minister"], "the Foreign Minister", cased=False) == ["Foreign Minister"]


def test_a_comma_or_a_new_line_ends_a_phrase() -> None:
    assert found(["White House"], "it was White , House said") == []
    lexicon: Lexicon[int] = Lexicon()
    lexicon.add("White House", 1)
    assert lexicon.find(words.of(read("it was White", "House of Commons"))) == []


def test_a_phrase_that_goes_on_is_not_cut_at_the_article() -> None:
    assert found(["the North", "North Korean"], "The North Korean diplomat") == ["North Korean"]


def test_all_senses_of_a_phrase_are_kept() -> None:
    lexicon: Lexicon[str] = Lexicon()
    lexicon.add("SDF", "Syria")
    lexicon.add("SDF", "Japan")
    assert lexicon.senses("SDF") == ("Syria", "Japan")
    assert lexicon.senses("sdf") == ()
