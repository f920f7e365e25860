"""The tables, their version, and how an older store becomes a newer one."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    inspect,
    select,
    text,
)

from dragoman.store import words

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
    Column("text", Text, nullable=False),
    Column("blocks", JSON, nullable=False),
    Column("company", JSON, nullable=False),
    Column("notices", JSON, nullable=False),
    Column("read", String),  # when it was first written, in UTC; unknown in stores older than this column
    Index("articles_by_read", "read"),
)

runs = Table("runs", metadata, Column("began", String, primary_key=True))  # as `articles.read`

actors = Table(
    "actors",
    metadata,
    _owned("article", "articles.id", primary=True),
    Column("id", String, primary_key=True),
    Column("country", String(3)),
    Column("body", JSON, nullable=False),
    Index("actors_by_id", "id"),
    Index("actors_by_country", "country"),
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
    Column("record", String, nullable=False),
    Column("chain", String, nullable=False),
    Column("silent", Boolean, nullable=False),
    Column("since", String(10)),  # the days it speaks of, or those on which its article came out
    Column("until", String(10)),
    Column("body", JSON, nullable=False),
    Index("claims_by_article", "article"),
    Index("claims_by_record", "record"),
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
    Column("exact", Text, nullable=False),
)

parts = Table(
    "parts",
    metadata,
    _owned("claim", "claims.number", primary=True),
    Column("role", String, primary_key=True),  # speaker, addressee, participant, actor, recipient …
    Column("actor", String, primary_key=True),
    Index("parts_by_actor", "actor", "role"),
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
    Index("records_by_kind", "kind"),
)


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.execute(revision.insert().values(number=0))
    words.create(connection)


def _keep_times(connection: Connection) -> None:
    """Say when articles are read and runs begin; of what is there that is not known."""
    connection.execute(text("ALTER TABLE articles ADD COLUMN read VARCHAR"))
    next(index for index in articles.indexes if index.name == "articles_by_read").create(connection)
    runs.create(connection)


_STEPS: tuple[Callable[[Connection], None], ...] = (_create, _keep_times)
"""Step n takes a store of version n to n + 1; a new store takes the first, which makes all of today's."""

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
    for step in _STEPS[since:] if since else _STEPS[:1]:
        step(connection)
    connection.execute(schema_version.delete())
    connection.execute(schema_version.insert().values(version=VERSION))
