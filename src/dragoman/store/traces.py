"""Finds the articles that may be of one story, and keeps where each stands."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select

from dragoman import stories as found
from dragoman.store import bodies, reading, schema
from dragoman.types import Account, Placed, StoryJudgement, Trace

_UNDATED = 0
"""The day of the keys of an article without a date."""


def around(connection: Connection, trace: Trace) -> tuple[Trace, ...]:
    """The traces of the articles that one meets, and of those that the articles meet whose parent it is now.

    Takes about the same time however many articles there are, as long as as many come out in a week.
    """
    table = schema.traces.c
    children = connection.scalars(select(table.article).where(table.parent == trace.article)).all()
    ids = _meeting(connection, trace) | {*children}
    for child in load(connection, children):
        ids |= _meeting(connection, child)
    return tuple(load(connection, ids - {trace.article}))


def placed(connection: Connection, articles: Iterable[str]) -> tuple[Placed, ...]:
    """Where every article stands of the stories of some, and these, in order of id."""
    asked = {*articles}
    ids = within(connection, stories(connection, asked).values())
    judged = _judged(connection, asked | ids)
    rows = {row.article: row for row in _rows(connection, ids)}
    known = [Placed(id, rows[id].story, rows[id].parent, rows[id].strength, judged.get(id)) for id in rows]
    new = [Placed(id, judged[id], judged=judged[id]) for id in asked - {*rows} if id in judged]
    return tuple(sorted([*known, *new], key=lambda one: one.article))


def within(connection: Connection, stories: Iterable[str]) -> set[str]:
    """The articles of some stories."""
    table = schema.articles.c
    return {
        id
        for some in reading.batches(sorted({*stories}))
        for id in connection.scalars(select(table.id).where(table.story.in_(some)))
    }


def stories(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """The story of each of some articles that has one."""
    table = schema.articles.c
    return {
        id: story
        for some in reading.batches(sorted({*articles}))
        for id, story in connection.execute(select(table.id, table.story).where(table.id.in_(some)))
        if story
    }


def beside(connection: Connection, accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Accounts, each with what its article's story is found by."""
    told = tuple(accounts)
    known = {one.article: one for one in load(connection, (one.heading.id for one in told))}
    return tuple(dataclasses.replace(one, trace=known.get(one.heading.id)) for one in told)


def write(connection: Connection, trace: Trace | None, placed: Sequence[Placed]) -> None:
    """Keep an article's trace, and where articles stand; what was kept of it before must be forgotten."""
    if trace is None:
        return
    row = {"article": trace.article, "day": trace.day, "strength": 0.0, "body": dataclasses.asdict(trace)}
    connection.execute(schema.traces.insert(), [row])
    rows = _keys(trace)
    if rows:
        connection.execute(schema.story_keys.insert(), rows)
    move(connection, placed)


def move(connection: Connection, placed: Sequence[Placed]) -> None:
    """Keep where articles stand."""
    if not placed:
        return
    rows = [dict(zip(("of", "to", "by", "much"), dataclasses.astuple(one), strict=False)) for one in placed]
    articles, table = schema.articles, schema.traces
    connection.execute(
        articles.update().where(articles.c.id == bindparam("of")).values(story=bindparam("to")), rows
    )
    moved = table.update().where(table.c.article == bindparam("of"))
    connection.execute(moved.values(parent=bindparam("by"), strength=bindparam("much")), rows)


def judge(connection: Connection, judgements: Sequence[StoryJudgement]) -> None:
    """Keep what a person has judged, and put the articles and those that hang on them where they belong."""
    if not judgements:
        return
    rows = [dataclasses.asdict(one) for one in judgements]
    connection.execute(schema.story_judgements.insert(), [_without_number(row) for row in rows])
    _settle(connection, {one.article for one in judgements})


def withdraw(connection: Connection, numbers: Collection[int]) -> None:
    """Take judgements back, and put the articles and those that hang on them where they belong."""
    table = schema.story_judgements
    asked = table.c.number.in_(numbers)
    concerned = {*connection.scalars(select(table.c.article).where(asked))}
    connection.execute(table.update().where(asked).values(withdrawn=True))
    _settle(connection, concerned | _parents(connection, concerned))


def judgements(connection: Connection) -> Iterator[StoryJudgement]:
    """All that people have judged, in order."""
    table = schema.story_judgements
    for row in connection.execute(select(table).order_by(table.c.number)).mappings():
        yield StoryJudgement(**row)


def beginning(connection: Connection, words: str, most: int) -> tuple[str, ...]:
    """The ids of stories that begin so, in order."""
    story = schema.articles.c.story
    begins = story.startswith(words, autoescape=True)
    return tuple(connection.scalars(select(story).where(begins).distinct().order_by(story).limit(most)))


def _without_number(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "number"}


def _settle(connection: Connection, articles: Iterable[str]) -> None:
    connection.execute(schema.revision.update().values(number=schema.revision.c.number + 1))
    before = placed(connection, articles)
    move(connection, [one for one in found.settle(before) if one not in before])


def _parents(connection: Connection, articles: Iterable[str]) -> set[str]:
    """The articles that some go with best."""
    return {row.parent for row in _rows(connection, articles) if row.parent}


def forget(connection: Connection, article: str) -> None:
    """Forget the keys of an article; its trace goes with its own row."""
    table = schema.story_keys
    rows = [{"key": row["number"]} for trace in load(connection, [article]) for row in _keys(trace)]
    if rows:
        gone = table.delete().where(table.c.number == bindparam("key"), table.c.article == article)
        connection.execute(gone, rows)


def catch_up(connection: Connection) -> None:
    """Find the stories of all articles, in a store that has no traces yet."""
    table, actors = schema.articles, schema.actors.c
    for id in connection.scalars(select(table.c.id).order_by(table.c.id)).all():
        known = connection.scalars(select(actors.body).where(actors.article == id))
        trace = found.trace(reading.article(connection, id), [bodies.actor(body) for body in known])
        met = around(connection, trace)
        before = placed(connection, {one.article for one in met})
        write(connection, trace, found.place(trace, met, before))


def _keys(trace: Trace) -> list[dict[str, Any]]:
    numbers, day = (trace.rare, _UNDATED) if trace.day is None else (trace.keys, trace.day)
    return [{"number": number, "day": day, "article": trace.article} for number in numbers]


def _meeting(connection: Connection, trace: Trace) -> set[str]:
    """The articles that share enough keys with one to be compared with it, and perhaps some more."""
    keys = schema.story_keys.c
    if trace.day is None:
        wanted: ColumnElement[bool] = keys.number.in_(trace.rare)
    else:
        near = keys.day.between(trace.day - found.WINDOW, trace.day + found.WINDOW)
        undated = and_(keys.number.in_(trace.rare), keys.day == _UNDATED)
        wanted = or_(and_(keys.number.in_(trace.keys), near), undated)
    shared = Counter(connection.scalars(select(keys.article).where(wanted)))
    return {id for id, many in shared.items() if many >= found.SHARED} - {trace.article}


def load(connection: Connection, articles: Iterable[str]) -> list[Trace]:
    """The traces of articles, in order of id within each batch."""
    table = schema.traces.c
    return [
        _trace(body)
        for some in reading.batches(sorted({*articles}))
        for body in connection.scalars(
            select(table.body).where(table.article.in_(some)).order_by(table.article)
        )
    ]


def _trace(body: Mapping[str, Any]) -> Trace:
    weighed = {"words", "beginning", "company", "places"}
    plain = {"keys", "rare", "meaning"}
    given: dict[str, Any] = dict(body)
    given |= {name: tuple(given[name]) for name in plain}
    given |= {name: tuple((number, weight) for number, weight in given[name]) for name in weighed}
    return Trace(**given)


def _rows(connection: Connection, articles: Iterable[str]) -> list[Any]:
    table, stored = schema.articles.c, schema.traces.c
    query = select(stored.article, table.story, stored.parent, stored.strength).join(
        schema.articles, table.id == stored.article
    )
    return [
        row
        for some in reading.batches(sorted({*articles}))
        for row in connection.execute(query.where(stored.article.in_(some)))
    ]


def _judged(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """The story that a person has put each of some articles into."""
    table = schema.story_judgements.c
    query = select(table.article, table.story).where(table.withdrawn.is_(False)).order_by(table.number)
    return {
        id: story
        for some in reading.batches(sorted({*articles}))
        for id, story in connection.execute(query.where(table.article.in_(some)))
    }
