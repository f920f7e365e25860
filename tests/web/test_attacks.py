"""A page of attacks, read by the real pipeline and opened on every page in a real browser."""

from __future__ import annotations

from desk import Open
from dragoman.export.document import Document

ALIEN = 'iframe, object, embed, base, img, article svg, [hx-on], form:not([action^="/"])'

ASK = """(alien) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    ran: window.ran ?? null,
    foreign: all("a[href]").map((one) => one.protocol).filter((one) => !/^https?:$/.test(one)),
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
    words = [e.exact for one in made.statements for report in one.reports for e in report.content]
    assert any("<script>" in word for word in words)
    assert any("onclick" in word for word in words)
    assert any("\u202e" in word for word in words)


def test_nothing_runs_and_nothing_breaks(desk: str, visit: Open, addresses: list[str]) -> None:
    page = visit(f"{desk}/")
    for address in (one for one in addresses if one not in {"/nothing", "/?q=since:never"}):
        page.goto(desk + address)
        assert page.evaluate(ASK, ALIEN) == CLEAN, address
        assert "1337" not in page.inner_text("main"), address  # 7 * 191: no template ran
        assert page.locator("footer").count() == 1, address


def test_an_override_of_direction_is_shown_as_a_sign(desk: str, visit: Open, made: Document) -> None:
    hostile = next(one for one in made.articles if "attack.txt" in one.page)
    page = visit(f"{desk}/articles/{hostile.id}")
    shown = page.inner_text("main")
    assert "\ufffd" in shown
    assert "\u202e" not in shown
    assert "<script>window.ran = 1</script>" in shown
