"""What holds of every cast."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from actors.drawn import read
from actors.seen import mentions
from dragoman.actors import resolve
from dragoman.types import Block, BlockKind, Cast, Reading

WORDS = st.sampled_from([
    "the", "The", "two", "former", "his", "Russian", "French", "foreign", "minister", "ministers",
    "president", "President", "Foreign", "Minister", "[Sergei Lavrov]PER", "[Macron]PER",
    "[Reuters]ORG", "Kremlin", "Moscow", "in", "of", "and", ",", ".", "'s", "said", "met", "he",
    "they", "it", "who_PRON", "officials", "counterpart", "United", "States", "US", "[Le]PER", "-",
    "“", "”", "Mr.", "King", "spokesman", "North", "Korea", "leaders",
])  # fmt: skip
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=4)


def assert_whole(reading: Reading, cast: Cast) -> None:
    text = reading.article.text
    ids = [e.actor.id for e in cast.entities]
    assert len(ids) == len(set(ids))
    assert [m.span for m in cast.mentions] == sorted(m.span for m in cast.mentions)
    for mention in cast.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert (
            text[mention.span.start : mention.span.end].strip() == text[mention.span.start : mention.span.end]
        )
        assert mention.why
        for id in mention.actors:
            cast.actor(id)
    for entity in cast.entities:
        assert entity.actor.name in entity.actor.names
        assert all(text[s.start : s.end] for _, s in entity.office_evidence)


@given(LINES)
@settings(max_examples=80, deadline=None)
def test_any_words_give_a_whole_cast(lines: list[str]) -> None:
    reading = read(*lines, published="2018-01-01")
    cast = resolve(reading)
    assert_whole(reading, cast)
    assert resolve(reading) == cast


def test_an_article_without_words() -> None:
    assert resolve(read("")).entities == ()


def test_mentions_do_not_overlap() -> None:
    reading = read(
        "French President [Emmanuel Macron]PER 's foreign minister , [Jean - Yves Le Drian]PER , said so ."
    )
    spans = [m.span for m in resolve(reading).mentions]
    assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))  # noqa: RUF007


def test_links_and_notes_name_nobody() -> None:
    reading = read("[Emmanuel Macron]PER spoke_VERB .", "READ ALSO : [Vladimir Putin]PER spoke_VERB .")
    at = reading.article.text.index("READ")
    blocks = (Block(BlockKind.PARAGRAPH, 0, at), Block(BlockKind.RELATED, at, len(reading.article.text)))
    article = type(reading.article)(**{**_fields(reading.article), "blocks": blocks})
    silent = Reading(article, reading.doc, (), (), ())
    assert ("Vladimir Putin",) not in mentions(silent).values()


def _fields(article: object) -> dict[str, object]:
    return {name: getattr(article, name) for name in article.__dataclass_fields__}  # type: ignore[attr-defined]


def test_the_day_of_an_article() -> None:
    line = "The US president said so ."
    for published, name in [
        ("2016", "Barack Obama"),
        ("2017-03", "Donald Trump"),
        ("2017-01-20T09:00", "Donald Trump"),
    ]:
        assert mentions(read(line, published=published))["The US president"] == (name,)
