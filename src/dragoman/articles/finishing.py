"""Makes a draft an article: checks its size, language and date, and gives it its id."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.articles import agencies, languages, stamps
from dragoman.articles.lines import count_words
from dragoman.types import Article, Refusal

if TYPE_CHECKING:
    from dragoman.articles.drafts import Draft
    from dragoman.types import Page

__all__ = ["LIMIT", "finish", "id_of", "oversize"]

LIMIT = 500_000
"""The most characters that an article may have: some 80,000 words, a book."""

FEWEST = 4
"""The fewest words that make a report."""

WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Dated:
    published: str | None
    notice: str | None = None


def finish(
    draft: Draft, page: Page, notices: tuple[str, ...] = (), *, alone: bool = True
) -> Article | Refusal:
    """The article of a draft, or why it is none.

    Args:
        draft: what was found on the page.
        page: the page; what lies beside it goes before what it says of itself.
        notices: remarks about the page.
        alone: whether it is the page's only article, whose date what lies beside the page tells.
    """
    refusal = _refuse(draft, page)
    if refusal:
        return refusal
    language = languages.identify(_report(draft))
    if language not in languages.READ:
        return Refusal(page.location, "language", _foreign(language))
    dated = _dated(draft, page, alone=alone)
    remarks = (*notices, *draft.notices, *([dated.notice] if dated.notice else []))
    url, source = _kept(page.meta.get("url") or draft.url), _kept(page.meta.get("source"))
    return Article(
        id=id_of(draft.text, url, source),
        page=page.location,
        url=url,
        source=source or _kept(draft.source),
        title=_kept(draft.title),
        published=dated.published,
        language=language,
        text=draft.text,
        sha256=_digest(draft.text),
        blocks=draft.blocks,
        notices=remarks,
        credits=agencies.find(draft.text, draft.blocks),
    )


def _kept(value: str | None) -> str | None:
    """What a page or something beside it tells, without NUL, which JSON can hold and not every database."""
    return value.replace("\0", "\ufffd") if value else value


def id_of(text: str, url: str | None, source: str | None) -> str:
    """The id of an article: of its text, its address, and the source that is told beside its page."""
    return _digest("\0".join((text, url or "", source or "")))[:16]


def oversize(size: int) -> str:
    """Why an article of so many characters is refused, and what to do."""
    return (
        f"{size:,} characters, more than a report has (at most {LIMIT:,}); split it, a file for each report"
    )


def _refuse(draft: Draft, page: Page) -> Refusal | None:
    if len(draft.text) > LIMIT:
        return Refusal(page.location, "too-large", oversize(len(draft.text)))
    if count_words(" ".join(islice((word[0] for word in WORD.finditer(draft.text)), FEWEST))) < FEWEST:
        return Refusal(page.location, "no-article", "no sentence to read; a report has at least a few words")
    return None


def _foreign(language: str) -> str:
    read = " and ".join(sorted(languages.name(code) for code in languages.READ))
    return f"written in {languages.name(language)}, which the language model does not read (it reads {read})"


def _report(draft: Draft) -> str:
    """The words of the report itself, which tell its language, as far as they are needed."""
    parts: list[str] = []
    size = 0
    for block in draft.blocks:
        if block.kind.makes_claims and size < languages.SAMPLE:
            parts.append(draft.text[block.start : block.end])
            size += block.end - block.start
    return "\n".join(parts) or draft.text


def _dated(draft: Draft, page: Page, *, alone: bool) -> _Dated:
    """When the article was published, with a remark where that is not known or cannot be."""
    published = _told(draft, page, alone=alone)
    if published is None:
        return _Dated(None, "no date of publication found; dates such as “Thursday” cannot be resolved")
    last = (page.fetched or datetime.now(UTC)).date() + timedelta(days=1)  # a day for the time zones
    if published[:10] > last.isoformat()[: len(published[:10])]:
        return _Dated(None, f"the date of publication, {published}, lies in the future; it is left out")
    return _Dated(published)


def _told(draft: Draft, page: Page, *, alone: bool) -> str | None:
    """The date beside the page, made finer by the page's own if they agree; else that, else the address's."""
    beside = stamps.from_iso(page.meta.get("published") or "")
    if beside and alone:
        return draft.published if (draft.published or "").startswith(beside) else beside
    return draft.published or beside or stamps.from_url(page.meta.get("url") or draft.url or "")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
