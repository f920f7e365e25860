"""A small record of two articles, and how an article is read into a store."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from builders import CAST, FRANCE, LAVROV, LE_DRIAN, RUSSIA, article, event, meeting, relation, statement
from dragoman import copies, record, stories
from dragoman.store import Store
from dragoman.types import Actor, Article, Claim, Outcome, Page

WITHOUT_DAYS = """
    DROP INDEX records_by_day; DROP INDEX records_by_kind_and_day; DROP INDEX records_by_dispute;
    DROP INDEX articles_by_story_and_day; CREATE INDEX articles_by_story ON articles (story);
    DROP INDEX articles_by_day; DROP INDEX records_in_short;
    ALTER TABLE records DROP COLUMN day; ALTER TABLE records DROP COLUMN disputed;
    CREATE INDEX records_by_kind ON records (kind);
    ALTER TABLE records DROP COLUMN since; ALTER TABLE records DROP COLUMN until;
    DROP INDEX parts_by_actor_and_record; DROP INDEX parts_by_record; ALTER TABLE parts DROP COLUMN record;
    DROP TABLE homes; DROP INDEX actors_by_id_and_article; CREATE INDEX actors_by_id ON actors (id);
    CREATE INDEX parts_by_actor ON parts (actor, role); CREATE INDEX actors_by_country ON actors (country);
    DROP INDEX claims_by_record_and_article; CREATE INDEX claims_by_record ON claims (record);
    UPDATE schema_version SET version = 5;
"""
"""Takes a store back to the version before records were listed by day."""

WITHOUT_STORIES = f"""{WITHOUT_DAYS}
    DROP TABLE traces; DROP TABLE story_keys; DROP TABLE story_judgements;
    DROP INDEX articles_by_story; ALTER TABLE articles DROP COLUMN story;
    UPDATE schema_version SET version = 4;
"""
"""Takes a store back to the version before stories."""

TO_VERSION_1 = f"""{WITHOUT_STORIES}
DROP TABLE judged; DROP TABLE subjects; DROP TABLE judgements; DROP TABLE shingles; DROP TABLE copies;
DROP TABLE runs; DROP INDEX articles_by_read;
ALTER TABLE articles DROP COLUMN read;
ALTER TABLE articles DROP COLUMN credits;
ALTER TABLE articles DROP COLUMN sampled;
ALTER TABLE articles DROP COLUMN engine;
ALTER TABLE outcomes DROP COLUMN meta;
ALTER TABLE records DROP COLUMN corrections;
UPDATE schema_version SET version = 1;
"""
"""What makes a SQLite store of today one that the first version made."""


def put(
    db: Store, of: Article, *claims: Claim, actors: tuple[Actor, ...] = CAST, now: datetime | None = None
) -> None:
    """Read one article into a store, as the pipeline does."""
    trace = stories.trace(of, actors)
    hood = db.neighbours(of.id, record.keys(of, actors, claims), copies.sample(of), trace)
    db.apply(record.merge(of, actors, claims, hood, trace), now)
    page = Page(of.page, of.text.encode())
    db.conclude(Outcome(of.page, sha256(page.content).hexdigest(), (of.id,)), page)


PARIS = article(
    "Lavrov met Le Drian in Paris on Thursday. “We oppose chemical weapons,” Le Drian said.",
    published="2017-07-07",
    page="paris.txt",
    title="Ministers talk",
    source="Riverside Gazette",
)
UNDATED = article("Le Drian hosted Lavrov in Paris. Russia accused France of delay.", page="undated.txt")


def paris() -> tuple[Claim, ...]:
    return (
        meeting(PARIS, "Lavrov met Le Drian in Paris", LAVROV, LE_DRIAN, date="2017-07-06", place="Paris"),
        statement(
            PARIS, "We oppose chemical weapons,", LE_DRIAN, cue="said", topics=("Syria",), addressee=(LAVROV,)
        ),
        relation(PARIS, "Lavrov", LAVROV, "holds_office", "foreign minister of Russia"),
    )


def undated() -> tuple[Claim, ...]:
    return (
        meeting(UNDATED, "Le Drian hosted Lavrov", LE_DRIAN, LAVROV, place="Paris"),
        event(UNDATED, "Russia accused France of delay.", "ACCUSE", RUSSIA, FRANCE),
    )
