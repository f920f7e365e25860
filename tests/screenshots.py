"""Takes the pictures of the pages that the README shows: `make screenshots`."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from desk import find, launch, served
from dragoman import pipeline, store
from dragoman.export import document
from dragoman.export.document import Document

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
LARGEST = 150_000
"""So many bytes a picture has at most."""

COLOURS = 96
WIDTH, HEIGHT = 1200, 800


def main() -> int:
    """Reads the examples, opens some pages and takes their pictures."""
    path = find()
    if path is None:
        return _tell("No browser is found: apt-get install chromium, or name one with DRAGOMAN_BROWSER.")
    with TemporaryDirectory() as folder:
        database = Path(folder) / "record.sqlite"
        with store.open(str(database)) as opened:
            pipeline.read([str(ROOT / "examples")], store=opened)
            made = document.make(opened.find())
        with served(database) as address:
            return _take(path, address, _pages(made))


def _pages(made: Document) -> dict[str, str]:
    """What is shown: an article, a meeting that two reports tell, and two actors."""
    article = next(one.id for one in made.articles if "harbour-wire-paris" in one.page)
    meeting = next(one.id for one in made.meetings if (one.place or "").startswith("Quai d'Orsay"))
    return {
        "desk-article.png": f"/articles/{article}",
        "desk-meeting.png": f"/meetings/{meeting}",
        "desk-positions.png": "/positions?one=FRA&other=RUS",
    }


def _take(path: str, address: str, pages: dict[str, str]) -> int:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, at in pages.items():
            page.goto(address + at)
            shot = Image.open(BytesIO(page.screenshot()))
            shot.quantize(COLOURS).save(IMAGES / name, optimize=True)
        browser.close()
    large = [name for name in pages if (IMAGES / name).stat().st_size > LARGEST]
    return _tell(f"larger than {LARGEST / 1000:.0f} kB: {', '.join(large)}") if large else 0


def _tell(problem: str) -> int:
    sys.stderr.write(f"{problem}\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
