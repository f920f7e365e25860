"""Every page as people use it: with axe, light and dark, on a phone, by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from desk import Open
from dragoman.export.document import Document

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = ["color-contrast"]
PHONE = 360


@pytest.fixture(scope="module")
def sorts(addresses: list[str], made: Document) -> list[str]:
    """A page of each sort, those of lists with few records."""
    few = "with:lavrov"
    found = [f"/{name}?q={few}" for name in ("", "articles", "timeline", "map", "network", "stories")]
    found += ["/review", "/add", "/agenda", f"/news?q={few}", "/positions?one=person:sergei-lavrov&other=FRA"]
    found += [f"/meetings/{next(one.id for one in made.meetings if one.independent > 1)}"]
    for name in ("statements", "events", "relations", "alignments", "articles", "actors"):
        found += [next(one for one in addresses if one.startswith(f"/{name}/"))]
    return found


@pytest.mark.parametrize(("scheme", "asked"), [("light", {"runOnly": TAGS}), ("dark", {"runOnly": CONTRAST})])
def test_axe_finds_nothing(
    desk: str, visit: Open, sorts: list[str], scheme: str, asked: dict[str, list[str]]
) -> None:
    page = visit(f"{desk}/", color_scheme=scheme)
    axe, problems = Axe(), dict[str, Any]()
    for address in sorts:
        page.goto(desk + address)
        for one in axe.run(page, options={**asked, "resultTypes": ["violations"]}).response["violations"]:
            problems[f"{address}: {one['id']}"] = [node["html"][:160] for node in one["nodes"][:2]]
    assert problems == {}


def test_a_phone_is_wide_enough(desk: str, visit: Open, addresses: list[str]) -> None:
    page = visit(f"{desk}/", width=PHONE)
    wide = []
    for address in (one for one in addresses if one not in {"/nothing", "/?q=since:never"}):
        page.goto(desk + address)
        if page.evaluate("document.documentElement.scrollWidth") > PHONE:
            wide.append(address)
    assert wide == []


def test_the_keyboard_goes_down_a_list_and_opens(desk: str, visit: Open) -> None:
    page = visit(f"{desk}/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    rows = page.locator("[data-row]")
    assert "here" in (rows.nth(1).get_attribute("class") or "")
    page.keyboard.press("o")
    page.wait_for_url("**/*-*")
    assert page.locator("#reports").count() + page.locator(".record.meeting").count() == 1


def test_a_slash_goes_to_the_search(desk: str, visit: Open) -> None:
    page = visit(f"{desk}/")
    page.keyboard.press("/")
    page.keyboard.type("lavrov/x")
    assert page.input_value("[data-search]") == "lavrov/x"


def test_the_first_tab_skips_to_the_content(desk: str, visit: Open) -> None:
    page = visit(f"{desk}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
