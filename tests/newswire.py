"""A small news site: its feed and its reports."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from served import Asked, Reply, Site

REPORT = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="Riverside Gazette">
<meta property="article:published_time" content="{day}T10:00:00Z"></head><body><article><h1>{title}</h1>
<p>{place}, {day} - {who} met the Russian foreign minister Sergei Lavrov in {place} on Thursday, {status}.</p>
<p>“We agree on much, and we will go on talking about what still divides us,” {who} told reporters there.</p>
</article></body></html>"""


def report(
    who: str = "Boris Johnson",
    place: str = "Paris",
    *,
    day: str = "2017-07-06",
    title: str = "Ministers meet",
) -> str:
    return REPORT.format(who=who, place=place, day=day, title=title, status="officials said")


def rss(items: Sequence[tuple[str, str]], *, content: str = "") -> bytes:
    """A feed of entries, each with a name and a link, all with the same text."""
    made = "".join(
        f"<item><guid>{name}</guid><title>Ministers meet</title><link>{escape(link)}</link>"
        f"<pubDate>Thu, 06 Jul 2017 11:05:00 +0000</pubDate>"
        f"<description>{escape(content)}</description></item>"
        for name, link in items
    )
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>World</title>'
    return f"{head}{made}</channel></rss>".encode()


class Wire:
    """A feed on a site that honours conditional requests; `failing` is the answer while it is down."""

    def __init__(self, site: Site, path: str = "/rss") -> None:
        self.items: list[tuple[str, str]] = []
        self.content = ""
        self.version = 1
        self.failing: Reply | None = None
        self.site = site
        self.link = site.url(path)
        site.pages[path] = self._answer

    def publish(self, name: str, page: str | Reply) -> None:
        """Put a report at the beginning of the feed."""
        self.site.pages[f"/{name}"] = page if isinstance(page, Reply) else Reply(page.encode())
        self.items.insert(0, (name, self.site.url(f"/{name}")))
        self.version += 1

    def _answer(self, asked: Asked) -> Reply:
        if self.failing is not None:
            return self.failing
        tag = f'"{self.version}"'
        if asked.headers.get("if-none-match") == tag:
            return Reply(status=304, media_type=None)
        return Reply(rss(self.items, content=self.content), "application/rss+xml", headers={"ETag": tag})
