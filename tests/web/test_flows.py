"""What people come for: find, open, follow the evidence both ways, judge, undo, add a report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desk import Open
from dragoman.export.document import Document

REPORT = """LISBON, 3 March 2021 (Harbour Wire) - Portuguese Foreign Minister Augusto Santos Silva met his \
Spanish counterpart Arancha Gonzalez in Lisbon on Wednesday.

"The border must stay open," Santos Silva told reporters.
"""


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def scripted(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_find_and_open(desk: str, visit: Open, scripted: bool) -> None:  # noqa: FBT001 - a fixture
    page = visit(f"{desk}/", java_script_enabled=scripted)
    page.fill("[data-search]", "kind:meeting with:lavrov")
    page.press("[data-search]", "Enter")
    expect(page.locator(".terms li")).to_have_count(2)
    total = int(page.inner_text(".count").split()[0])
    assert 0 < total == page.locator(".results [data-row]").count()
    page.click(".facets a:has-text('held'), .facets a >> nth=0")
    expect(page.locator("#found")).to_be_visible()
    page.click(".terms li >> nth=0")
    expect(page.locator(".results [data-row]").first).to_be_visible()
    page.locator(".results a.to").first.click()
    expect(page.locator("article.record")).to_be_visible()


def test_a_facet_counts_what_it_leads_to(desk: str, visit: Open) -> None:
    page = visit(f"{desk}/")
    for at in (0, 1):
        facet = page.locator(".facet").nth(at).locator("li").first
        count = int(facet.locator(".number").inner_text().replace(",", ""))
        name = facet.locator("a").inner_text()
        facet.locator("a").click()
        expect(page.locator(".count")).to_contain_text(re.compile(rf"^{count} record"))
        page.locator(".terms a").first.click()
        expect(page.locator(".terms")).to_have_count(0)
        assert name


def test_pages_of_results_do_not_overlap(desk: str, visit: Open) -> None:
    page = visit(f"{desk}/")
    seen: list[str] = []
    for _ in range(3):
        links = page.eval_on_selector_all(".results a.kind", "all => all.map((one) => one.href)")
        assert links
        assert not {*links} & {*seen}
        seen += links
        page.click("[rel=next]")
        page.wait_for_function(
            "(first) => document.querySelector('.results a.kind')?.href !== first", arg=links[0]
        )


def test_claims_and_words_lead_to_each_other(desk: str, visit: Open, made: Document) -> None:
    article = next(one for one in made.articles if one.page.endswith("harbour-wire-paris.txt"))
    page = visit(f"{desk}/articles/{article.id}")
    words = page.locator("a.claim[data-records]", has_text="to work more closely").first
    record = (words.get_attribute("data-records") or "").split()[0]
    claim = page.locator(f"#claim-{record}")
    words.hover()
    expect(claim).to_have_class(re.compile(r"\bon\b"))
    page.mouse.move(0, 0)
    expect(claim).not_to_have_class(re.compile(r"\bon\b"))
    words.focus()
    expect(claim).to_have_class(re.compile(r"\bon\b"))
    words.click()
    assert page.url.endswith(f"#claim-{record}")
    claim.hover()
    expect(words).to_have_class(re.compile(r"\bon\b"))
    claim.locator("a.words").click()
    assert "#at-" in page.url
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_number_leads_to_its_words(desk: str, visit: Open, made: Document) -> None:
    meeting = next(one for one in made.meetings if one.independent > 1)
    page = visit(f"{desk}/meetings/{meeting.id}")
    row = page.locator("dd .row").first
    said = row.locator("bdi").first.inner_text().strip("“”")
    row.locator("a.cite").first.click()
    expect(page.locator(":target")).to_contain_text(" ".join(said.split()[:3]))


def test_side_by_side_marks_what_differs(desk: str, visit: Open, made: Document) -> None:
    statement = next(one for one in made.statements if any(w.differs for w in one.wordings))
    page = visit(f"{desk}/statements/{statement.id}")
    marked = page.locator("mark.differs").all_inner_texts()
    assert marked == [" ".join(d.exact.split()) for w in statement.wordings for d in w.differs]


def test_two_actors_and_their_evidence(desk: str, visit: Open) -> None:
    page = visit(f"{desk}/positions")
    page.fill("[name=one]", "FRA")
    page.fill("[name=other]", "Russia")
    page.click("text=Compare")
    expect(page.locator("h1")).to_have_text("France and Russia")
    verdicts = page.locator("td .status").all_inner_texts()
    assert {"agree", "differ", "unknown"} <= {*verdicts}
    cell = page.locator("td details").first
    cell.locator("summary").click()
    expect(cell.locator("a.cite").first).to_be_visible()
    page.locator("svg.lanes a").first.click(force=True)
    expect(page.locator("article.record")).to_be_visible()


@pytest.mark.parametrize("key", ["r", "w"])
def test_judge_by_a_key_and_undo(own_desk: str, visit: Open, key: str) -> None:
    page = visit(f"{own_desk}/review")
    rows = page.locator(".doubt")
    only_events = page.locator(".doubt:has([data-key=r])")
    while "here" not in (only_events.first.get_attribute("class") or ""):
        page.keyboard.press("j")
    first = only_events.first.inner_text()
    page.keyboard.press(key)
    expect(page.locator(".done")).to_contain_text("Judged")
    assert first not in rows.all_inner_texts()
    page.keyboard.press("u")
    expect(page.locator("#made")).to_have_count(0)
    assert first in rows.all_inner_texts()


def test_judge_without_script(own_desk: str, visit: Open) -> None:
    page = visit(f"{own_desk}/review", java_script_enabled=False)
    page.locator("[value=wrong]").first.click()
    expect(page.locator(".done")).to_contain_text("Judged wrong")
    page.get_by_role("button", name="undo").first.click()
    expect(page.locator(".done")).to_be_empty()


def test_a_record_that_is_judged_wrong_is_gone(own_desk: str, visit: Open, made: Document) -> None:
    address = f"{own_desk}/events/{made.events[0].id}"
    page = visit(address)
    page.click("text=wrong")
    expect(page.locator(".done")).to_contain_text("Judged wrong")
    assert page.request.get(address).status == 404


def read_to_the_end(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Read", timeout=20_000)


def test_add_a_text(own_desk: str, visit: Open, scripted: bool) -> None:  # noqa: FBT001 - a fixture
    page = visit(f"{own_desk}/add", java_script_enabled=scripted)
    page.fill("[name=text]", REPORT)
    page.click("text=Read it")
    read_to_the_end(page)
    page.locator(".lines a").first.click()
    expect(page.locator("a.claim", has_text="The border must stay open").first).to_be_visible()


def test_add_files_and_see_what_is_refused(own_desk: str, visit: Open, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT.replace("Wednesday", "the same day"))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "empty.txt").write_text(" ")
    page = visit(f"{own_desk}/add")
    page.set_input_files(
        "[name=files]", [tmp_path / name for name in ("report.txt", "picture.png", "empty.txt")]
    )
    page.click("text=Read them")
    read_to_the_end(page)
    told = page.locator(".lines li").all_inner_texts()
    assert sum("refused" in one for one in told) == 2
    assert any("picture.png" in one for one in told)
    assert page.locator("progress").get_attribute("value") == "3"


def test_a_link_to_this_computer_is_refused(own_desk: str, visit: Open) -> None:
    page = visit(f"{own_desk}/add")
    page.fill("[type=url][required]", f"{own_desk}/static/desk.css")
    page.click("text=Fetch and read it")
    read_to_the_end(page)
    expect(page.locator(".lines li")).to_contain_text("refused")
