"""Takes the pictures of the pages that the README shows: `make screenshots`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from desk import find, launch, served
from dragoman import pipeline, store
from dragoman.export import document

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
LARGEST = 150_000
"""So many bytes a picture has at most."""

WIDTH, HEIGHT = 1200, 800


def main() -> int:
    """Reads the examples, opens three pages and takes their pictures."""
    path = find()
    if path is None:
        print(
            "No browser is found: apt-get install chromium, or name one with DRAGOMAN_BROWSER.",
            file=sys.stderr,
        )
        return 1
    with TemporaryDirectory() as folder:
        database = Path(folder) / "record.sqlite"
        with store.open(str(database)) as opened:
            pipeline.read([str(ROOT / "examples")], store=opened)
            made = document.make(opened.find())
        pages = {
            "desk-article.png": next(
                f"/articles/{a.id}" for a in made.articles if "harbour-wire-paris" in a.page
            ),
            "desk-meeting.png": next(
                f"/meetings/{m.id}" for m in made.meetings if m.place == "Quai d'Orsay, Paris"
            ),
            "desk-positions.png": "/positions?one=FRA&other=RUS",
        }
        with served(database) as address:
            return _take(path, address, pages)


def _take(path: str, address: str, pages: dict[str, str]) -> int:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, at in pages.items():
            page.goto(address + at)
            page.screenshot(path=IMAGES / name)
            size = (IMAGES / name).stat().st_size
            print(f"docs/images/{name}: {size / 1000:.0f} kB")
            if size > LARGEST:
                print(f"docs/images/{name} has more than {LARGEST / 1000:.0f} kB", file=sys.stderr)
                return 1
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
