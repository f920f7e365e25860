"""A page of attacks, read by the real pipeline and opened on every page in a real browser."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Page

import hostile
from desk import Open, served
from dragoman.export.document import Document

ALIEN = 'iframe, object, embed, base, img, article svg, [hx-on], form:not([action^="/"])'

ASK = """(alien) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    ran: window.ran ?? null,
    foreign: all("a[href]")
      .map((one) => new URL(one.getAttribute("href"), location).protocol)
      .filter((one) => !/^https?:$/.test(one)),
    handlers: all("*").filter((one) => [...one.attributes].some((it) => /^on/i.test(it.name))).length,
    alien: all(alien).length,
    wide: document.documentElement.scrollWidth > innerWidth,
  };
}"""
CLEAN = {"ran": None, "foreign": [], "handlers": 0, "alien": 0, "wide": False}


def test_the_attacks_are_read(made: Document) -> None:
    told = [one for one in made.articles if "attacks" in one.page]
    assert len(told) >= 3
    assert any("<script>" in (one.title or "") for one in told)
    assert any("<script>" in (one.source or "") for one in told)
    records = (*made.statements, *made.meetings, *made.events, *made.alignments)
    words = " ".join(e.exact for one in records for report in one.reports for e in report.evidence)
    for attack in ("<script>", "onclick=", "onerror=", "hx-on", "javascript:", "\u202e", "\x1b"):
        assert attack in words, attack


def test_nothing_runs_and_nothing_breaks(desk: str, visit: Open, addresses: list[str]) -> None:
    look(visit(f"{desk}/"), desk, addresses)


def look(page: Page, desk: str, addresses: list[str]) -> None:
    """Open every page, and see that it is ours alone."""
    for address in (one for one in addresses if one not in {"/nothing", "/?q=since:never"}):
        page.goto(desk + address)
        assert page.evaluate(ASK, ALIEN) == CLEAN, address
        assert "1337" not in page.inner_text("main"), address  # 7 * 191: no template ran
        assert page.locator("footer").count() == 1, address


def test_a_name_is_only_a_name(read: Path, tmp_path: Path, visit: Open, made: Document) -> None:
    shutil.copy(read, tmp_path / "record.sqlite")
    name = hostile.SCRIPT + hostile.IMAGE + hostile.BREAKOUT + hostile.OVERRIDE
    with closing(sqlite3.connect(tmp_path / "record.sqlite")) as database, database:
        database.execute(
            "UPDATE actors SET body = json_replace(body, '$.name', ?, '$.country', ?)", (name, name)
        )
        database.execute("UPDATE records SET body = json_replace(body, '$.place', ?)", (name,))
    macron = "person:emmanuel-macron"
    some = ["/", "/timeline", "/map", "/network", "/agenda", "/stories", "/review", f"/actors/{macron}"]
    some += [f"/positions?one={macron}&other=person:vladimir-putin", f"/meetings/{made.meetings[0].id}"]
    with served(tmp_path / "record.sqlite") as address:
        page = visit(f"{address}/")
        look(page, address, some)
        page.goto(f"{address}/network")
        assert "<script>" in page.inner_text("main")


def test_an_override_of_direction_is_shown_as_a_sign(desk: str, visit: Open, made: Document) -> None:
    report = next(one for one in made.articles if "attack.txt" in one.page)
    page = visit(f"{desk}/articles/{report.id}")
    shown = page.inner_text("main")
    assert "\ufffd" in shown
    assert "\u202e" not in shown
    assert "<script>window.ran = 1</script>" in shown
