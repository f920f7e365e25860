"""The pages of a real store, served on a free port, and a real browser; each is started once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import hostile
from desk import Open, find, launch, served
from dragoman import pipeline, store
from dragoman.export import document
from dragoman.export.document import Document, MeetingPart, StatementPart

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that has read the examples and the attacks."""
    folder = tmp_path_factory.mktemp("web")
    hostile.write(folder / "attacks")
    with store.open(str(folder / "record.sqlite")) as opened:
        pipeline.read([str(EXAMPLES), str(folder / "attacks")], store=opened)
    return folder / "record.sqlite"


@pytest.fixture(scope="session")
def made(read: Path) -> Document:
    """What is in that store."""
    with store.open(str(read)) as opened:
        return document.make(opened.find())


@pytest.fixture(scope="session")
def desk(read: Path) -> Iterator[str]:
    """The address of a server that nobody writes to."""
    with served(read) as address:
        yield address


@pytest.fixture
def own_desk(read: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server of a test's own, which may write."""
    shutil.copy(read, tmp_path / "record.sqlite")
    with served(tmp_path / "record.sqlite") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser. Where none is found the tests are skipped; in the continuous integration they fail."""
    path = find()
    if path is None:
        reason = "no browser is found: apt-get install chromium, or name one with DRAGOMAN_BROWSER"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    with sync_playwright() as playwright:
        started = launch(playwright, path)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens a page in a context of its own, and sees to it that nothing goes wrong there.

    An error of a script, a breach of the content security policy and a request to elsewhere fail the test.
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def opened(address: str, *, width: int = 1280, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        context.set_default_timeout(8000)
        contexts.append(context)
        home = "/".join(address.split("/")[:3])
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on("dialog", lambda dialog: wrong.append(f"{page.url}: a dialog: {dialog.message}"))
        page.on(
            "console", lambda told: wrong.append(f"{page.url}: {told.text}") if told.type == "error" else None
        )
        page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(home) else None)
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture(scope="session")
def addresses(made: Document) -> list[str]:
    """A page of each sort, and those of everything that the attacks gave."""
    attacked = {one.id for one in made.articles if "attacks" in one.page}
    found = [
        *("/", "/?q=macron", "/?q=%3Cscript%3E1%3C%2Fscript%3E", "/?q=since:never", "/articles"),
        *("/timeline", "/map", "/network", "/positions", "/positions?one=FRA&other=RUS", "/agenda", "/news"),
        *("/agenda?today=2017-07-05", "/news?since=2015", "/stories", "/review", "/add", "/nothing"),
        *("/positions?one=person:emmanuel-macron&other=person:vladimir-putin",),
    ]
    for name in ("meetings", "statements", "events", "relations", "alignments"):
        records = getattr(made, name)
        hostile = [one for one in records if attacked & {report.article for report in one.reports}]
        found += [f"/{name}/{one.id}" for one in (*records[:1], *hostile)]
    found += [f"/articles/{id}" for id in (*sorted(attacked), made.articles[0].id)]
    found += [f"/actors/{id}" for id in sorted({id for one in _of(made, attacked) for id in _who(one)})]
    found += [f"/stories/{one.story}" for one in made.articles if one.id in attacked and one.story]
    return list(dict.fromkeys(found))


def _of(made: Document, articles: set[str]) -> list[MeetingPart | StatementPart]:
    records = (*made.meetings, *made.statements)
    return [one for one in records if articles & {report.article for report in one.reports}]


def _who(one: MeetingPart | StatementPart) -> tuple[str, ...]:
    return one.participants if isinstance(one, MeetingPart) else one.speakers
