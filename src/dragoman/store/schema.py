"""The tables, their version, and how an older store becomes a newer one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    desc,
    false,
    func,
    inspect,
    literal_column,
    select,
)
from sqlalchemy.schema import CreateColumn

from dragoman.store import words
from dragoman.store.values import String

metadata = MetaData()


def _owned(column: str, target: str, *, primary: bool = False) -> Column[int]:
    """A column that points to another table's row and goes when that row goes."""
    return Column(column, ForeignKey(target, ondelete="CASCADE"), primary_key=primary, nullable=False)


schema_version = Table("schema_version", metadata, Column("version", Integer, primary_key=True))

revision = Table("revision", metadata, Column("number", Integer, primary_key=True))  # articles written so far

pages = Table(
    "pages",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String),
    Column("charset", String),
    Column("size", Integer, nullable=False),
    Column("content", LargeBinary),  # compressed with zlib; none where the page is too large to keep
)

outcomes = Table(
    "outcomes",
    metadata,
    Column("location", String, primary_key=True),
    Column("page", String(64), primary_key=True),  # empty where no bytes could be had
    Column("articles", JSON, nullable=False),
    Column("refusals", JSON, nullable=False),
    Column("notices", JSON, nullable=False),
    Column("fetched", String),  # ISO 8601
    Column("meta", JSON),  # what lay beside the page; not known of pages that were read before it was kept
)

articles = Table(
    "articles",
    metadata,
    Column("id", String, primary_key=True),
    Column("page", String, nullable=False),
    Column("url", String),
    Column("source", String),
    Column("title", String),
    Column("published", String),
    Column("language", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("characters", Integer, nullable=False),
    Column("text", String, nullable=False),
    Column("blocks", JSON, nullable=False),
    Column("company", JSON, nullable=False),
    Column("notices", JSON, nullable=False),
    Column("engine", String),  # the version of what read it; not known of articles read before it was kept
    Column("credits", JSON, nullable=False, server_default="[]"),
    Column("sampled", Integer, nullable=False, server_default="0"),  # how many shingles it has
    Column("story", String),
    Index("articles_by_story_and_day", "story", "published"),
    Column("read", String),  # when it was first written, in UTC; unknown in stores older than this column
    Index("articles_by_read", "read"),
)

day_of_article = func.coalesce(articles.c.published, literal_column("''"))
"""The day by which articles are listed; those without one come last."""

Index("articles_by_day", desc(day_of_article), articles.c.id)

shingles = Table(  # what copies are looked up by: see dragoman.copies
    "shingles",
    metadata,
    Column("number", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),  # this and the next: which of the articles come first
    Column("minus_characters", Integer, primary_key=True),
    Column("article", String, primary_key=True),  # a row of one that is gone does no harm
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    _owned("one", "articles.id", primary=True),
    _owned("other", "articles.id", primary=True),
    Column("share", Float, nullable=False),
    Index("copies_by_other", "other"),
)

traces = Table(  # what stories are found by: see dragoman.stories
    "traces",
    metadata,
    _owned("article", "articles.id", primary=True),
    Column("day", Integer),  # counted from the year 1
    Column("parent", String),  # the earlier article that it goes with best
    Column("strength", Float, nullable=False),
    Column("body", JSON, nullable=False),
    Index("traces_by_parent", "parent"),
)

story_keys = Table(
    "story_keys",
    metadata,
    Column("number", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),  # 0 where the article has no date
    Column("article", String, primary_key=True),  # a row of one that is gone does no harm
    sqlite_with_rowid=False,
)

story_judgements = Table(  # append-only: of several of one article the last that is not withdrawn holds
    "story_judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article", String, nullable=False),
    Column("story", String, nullable=False),
    Column("who", String, nullable=False),
    Column("made", String, nullable=False),  # ISO 8601
    Column("why", String, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Index("story_judgements_by_article", "article"),
)
runs = Table("runs", metadata, Column("began", String, primary_key=True))  # as `articles.read`

actors = Table(
    "actors",
    metadata,
    _owned("article", "articles.id", primary=True),
    Column("id", String, primary_key=True),
    Column("country", String(3)),
    Column("body", JSON, nullable=False),
    Index("actors_by_id_and_article", "id", "article"),
)

homes = Table(  # the countries that actors are or belong to, each as some article has it
    "homes",
    metadata,
    Column("country", String(3), primary_key=True),
    Column("actor", String, primary_key=True),
    Index("homes_by_actor", "actor"),
)

names = Table(
    "names",
    metadata,
    Column("actor", String, primary_key=True),
    Column("folded", String, primary_key=True),  # " jean yves le drian ", see dragoman.folding
)

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    _owned("article", "articles.id"),
    Column("record", String, nullable=False),  # empty where a judgement calls the claim wrong
    Column("chain", String, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("since", String(10)),  # the days it speaks of, or those on which its article came out
    Column("until", String(10)),
    Column("body", JSON, nullable=False),
    Index("claims_by_article", "article"),
    Index("claims_by_record_and_article", "record", "article", "silent", "since", "until"),
    Index("claims_by_chain", "chain", "silent"),
)

evidence = Table(
    "evidence",
    metadata,
    _owned("claim", "claims.number", primary=True),
    Column("role", String, primary_key=True),  # evidence | cue | source
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", String, nullable=False),
)

parts = Table(
    "parts",
    metadata,
    _owned("claim", "claims.number", primary=True),
    Column("role", String, primary_key=True),  # speaker, addressee, participant, actor, recipient …
    Column("actor", String, primary_key=True),
    Column("record", String, nullable=False, server_default=""),  # that of the claim, to be found by
    Index("parts_by_actor_and_record", "actor", "role", "record"),
    Index("parts_by_record", "record", "role", "actor"),
)

keys = Table(
    "keys",
    metadata,
    _owned("claim", "claims.number", primary=True),
    Column("text", BigInteger, primary_key=True),  # a hash of it: two in one drawer do no harm
    Column("since", Integer, nullable=False),  # days counted from the year 1
    Column("until", Integer, nullable=False),
    Index("keys_by_text", "text", "since", "until"),
    sqlite_with_rowid=False,
)

records = Table(
    "records",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("lead", String, nullable=False),  # the claim that the leading values stand on
    Column("body", JSON, nullable=False),
    Column("discrepancies", JSON, nullable=False),
    Column("corrections", JSON, nullable=False, server_default="[]"),
    Column("since", String(10)),  # the first `claims.since`
    Column("until", String(10)),  # the last `claims.until`
    Column("day", String(10), nullable=False, server_default=""),  # the last `claims.since`; empty for none
    Column("disputed", Boolean, nullable=False, server_default=false()),  # whether it has discrepancies
)
Index("records_by_day", records.c.day.desc(), records.c.id, records.c.since, records.c.until)
Index(
    "records_by_kind_and_day",
    *(records.c.kind, records.c.day.desc(), records.c.id, records.c.since, records.c.until),
)
Index("records_in_short", *(records.c[name] for name in ("id", "kind", "day", "since", "until")), unique=True)
Index("records_by_dispute", records.c.disputed, records.c.day.desc(), records.c.id)

judgements = Table(  # rows are added, and never changed or removed
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("field", String),
    Column("value", JSON),
    Column("actors", JSON, nullable=False),
    Column("who", String, nullable=False),
    Column("made", String, nullable=False),  # ISO 8601, UTC
    Column("why", String),
    Column("withdraws", Integer, index=True),
)

subjects = Table(  # the claims that a judgement is about, as they were: rows are added only
    "subjects",
    metadata,
    Column("judgement", ForeignKey("judgements.number"), primary_key=True),
    Column("side", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article", String, primary_key=True),  # that of the claim, and any that took its place
    Column("claim", JSON, nullable=False),
    Index("subjects_by_article", "article"),
)

judged = Table(  # the claims that judgements mean now: follows from the two tables above
    "judged",
    metadata,
    _owned("claim", "claims.number", primary=True),
    Column("judgement", ForeignKey("judgements.number"), primary_key=True),
    Column("side", Integer, primary_key=True),
    Index("judged_by_judgement", "judgement"),
)


Step = Callable[[Connection], Callable[[Connection], None] | None]
"""Changes the tables; gives what is left to do once they all are those of today, which rows are read by."""


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.execute(revision.insert().values(number=0))
    words.create(connection)


def _add(connection: Connection, *columns: Column[Any]) -> None:
    """Add columns to tables that lack them."""
    for column in columns:
        made = CreateColumn(column).compile(dialect=connection.dialect)
        connection.exec_driver_sql(f"ALTER TABLE {column.table.name} ADD COLUMN {made}")


def _find_copies(connection: Connection) -> Callable[[Connection], None]:
    """Find the copies among the articles; whom they credit is not known until they are read again."""
    from dragoman.store import likenesses

    _add(connection, articles.c.credits, articles.c.sampled)
    metadata.create_all(connection, tables=[shingles, copies])
    return likenesses.catch_up


def _keep_judgements(connection: Connection) -> None:
    """Make room for judgements, for what lies beside a page, and for the version of the engine."""
    _add(connection, articles.c.engine, outcomes.c.meta, records.c.corrections)
    metadata.create_all(connection, tables=[judgements, subjects, judged])


def _keep_times(connection: Connection) -> None:
    """Say when articles are read and runs begin; of what is there that is not known."""
    _add(connection, articles.c.read)
    next(index for index in articles.indexes if index.name == "articles_by_read").create(connection)
    runs.create(connection)


def _find_stories(connection: Connection) -> Callable[[Connection], None]:
    """Make room for stories, which are then found without the vectors of the articles' readings."""
    from dragoman.store import traces as found

    _add(connection, articles.c.story)
    metadata.create_all(connection, tables=[traces, story_keys, story_judgements])
    return found.catch_up


def _list_by_day(connection: Connection) -> Callable[[Connection], None]:
    """Keep by what records and articles are listed and found, beside the claims."""
    from dragoman.store import days

    _add(connection, *(records.c[name] for name in ("since", "until", "day", "disputed")), parts.c.record)
    for name in (
        "records_by_kind",
        "claims_by_record",
        "parts_by_actor",
        "actors_by_country",
        "actors_by_id",
        "articles_by_story",
    ):
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {name}")
    homes.create(connection)
    new = {
        "actors_by_id_and_article",
        "articles_by_day",
        "articles_by_story_and_day",
        "claims_by_record_and_article",
        "parts_by_actor_and_record",
        "parts_by_record",
        *(str(one.name) for one in records.indexes),
    }
    for index in (one for table in metadata.tables.values() for one in table.indexes if one.name in new):
        index.create(connection)
    return days.catch_up


def _fold_words(_: Connection) -> Callable[[Connection], None]:
    """Fold the words of the full text, which SQLite's own rules did only in part (“Støre”)."""
    return words.fold_all


_STEPS: tuple[Step, ...] = (
    _create,
    _find_copies,
    _keep_judgements,
    _keep_times,
    _find_stories,
    _list_by_day,
    _fold_words,
)
"""Step n takes a store of version n to n + 1; a new store takes only the first: it makes all of today's."""

VERSION = len(_STEPS)
"""The version of the tables that this program knows."""


def version(connection: Connection) -> int | None:
    """The version of a store's tables; 0 where there are none, None where they are another program's."""
    found = inspect(connection).get_table_names()
    if schema_version.name not in found:
        return None if found else 0
    return connection.scalar(select(schema_version.c.version))


def upgrade(connection: Connection, *, since: int) -> None:
    """Take a store's tables from an older version to this one."""
    left = [step(connection) for step in (_STEPS[since:] if since else _STEPS[:1])]
    for rest in filter(None, left):
        rest(connection)
    connection.execute(schema_version.delete())
    connection.execute(schema_version.insert().values(version=VERSION))
