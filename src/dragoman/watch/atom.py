"""A saved query as an Atom feed: an entry for each record, the last changed first.

Ids follow from the ids of records, so they are the same each time. A file is written whole or not at all.

Source: RFC 4287.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from dragoman.analysis import entries
from dragoman.analysis.entries import AnyRecord
from dragoman.errors import CannotWrite
from dragoman.export import document as documents
from dragoman.export.document import ArticlePart, Document
from dragoman.query import Query
from dragoman.store import Store
from dragoman.telling import dates
from dragoman.telling.names import Names
from dragoman.watch.changes import Change, title
from dragoman.watch.plan import Saved

__all__ = ["MOST", "AtomFeed", "render"]

MOST = 100
"""So many records a feed has at most."""

_SPACE = UUID("5b1b7a0e-6c1c-5f0e-9d5e-0f3a3c2f7d11")
"""The name space of the ids; any would do, if it is always the same."""

_NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINKS = 10


class AtomFeed:
    """The file of a saved query."""

    def __init__(self, path: Path, saved: Saved, store: Store) -> None:
        self._path, self._saved, self._store = path, saved, store
        self._key = f"atom:{saved.name}:{saved.query or ''}"
        if not store.watched(self._key):
            self._begin()
        self._write()

    def take(self, changes: Sequence[Change]) -> None:
        """Note that records changed, and write the file anew."""
        if not changes:
            return
        known = self._store.watched(self._key)
        now = {one.item.record: {"updated": one.time} for one in changes}
        gone = {id for one in changes for id in one.item.was} - now.keys()
        newest = sorted({**known, **now}.items(), key=lambda pair: pair[1]["updated"], reverse=True)
        gone |= {id for id, _ in newest[2 * MOST :]}
        self._store.watch(self._key, {id: state for id, state in now.items() if id not in gone}, gone=gone)
        self._write()

    def flush(self, now: float) -> None:
        """See `Output`: nothing waits."""

    def _begin(self) -> None:
        """Fill the feed with the newest records that there are."""
        found = self._store.browse(self._saved.query or Query(), limit=MOST)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._store.watch(self._key, {id: {"updated": now} for id in found.ids})

    def _write(self) -> None:
        known = self._store.watched(self._key)
        newest = sorted(known, key=lambda id: str(known[id]["updated"]), reverse=True)[:MOST]
        made = documents.make(self._store.get(newest, reports=_LINKS))
        _replace(self._path, render(self._saved, made, {id: known[id]["updated"] for id in newest}))


def render(saved: Saved, made: Document, updated: Mapping[str, str]) -> bytes:
    """The feed of some records.

    Args:
        saved: the query.
        made: the records.
        updated: when each of them last changed, in ISO 8601; others are left out.
    """
    ET.register_namespace("", _NAMESPACE)
    names = Names(made)
    root = ET.Element(f"{{{_NAMESPACE}}}feed")
    _add(root, "id", _id(f"feed\n{saved.name}\n{saved.query or ''}"))
    _add(root, "title", f"Dragoman: {saved.name}")
    if saved.query:
        _add(root, "subtitle", str(saved.query))
    _add(root, "updated", max(updated.values(), default="1970-01-01T00:00:00+00:00"))
    _add(_add(root, "author"), "name", "Dragoman")
    _add(root, "generator", "Dragoman")
    articles = {article.id: article for article in made.articles}
    shown = [record for _, record in entries.records(made) if record.id in updated]
    for record in sorted(shown, key=lambda one: (updated[one.id], one.id), reverse=True)[:MOST]:
        told = [articles[id] for id in dict.fromkeys(report.article for report in record.reports)]
        _entry(root, record, title(record, names), told, updated[record.id])
    ET.indent(root, " ")
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _entry(
    root: ET.Element, record: AnyRecord, words: str, told: Sequence[ArticlePart], updated: str
) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", _id(record.id))
    _add(entry, "title", words)
    _add(entry, "updated", updated)
    _add(entry, "category").set("term", record.id.partition("-")[0])
    addresses = [one.url for one in told if one.url and one.url.startswith(("http://", "https://"))]
    for number, address in enumerate(addresses[:_LINKS]):
        link = _add(entry, "link")
        link.set("rel", "related" if number else "alternate")
        link.set("href", _clean(address))
    _add(entry, "content", "\n\n".join(_cited(record, one) for one in told))


def _cited(record: AnyRecord, article: ArticlePart) -> str:
    """The words of an article on which a record rests, and whose they are; no path of this computer."""
    spans = (
        span.exact for report in record.reports if report.article == article.id for span in report.evidence
    )
    day = dates.words(article.published) if article.published else None
    named = f"“{article.title}”" if article.title else None
    return f"{' … '.join(dict.fromkeys(spans))} ({', '.join(filter(None, (article.source, day, named)))})"


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    made = ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}")
    if text is not None:
        made.text = _clean(text)
    return made


def _clean(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def _id(name: str) -> str:
    return uuid5(_SPACE, _clean(name)).urn


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole: readers see the old one or the new one."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(content)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(str(path), (error.strerror or str(error)).lower()) from error
