"""The way of a page through all stages."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import actors, pipeline, store
from dragoman.types import Cast, Reading

TEXT = """{place}, July 6 - {who} met the Russian foreign minister Sergei Lavrov in {place} on Thursday.

“We agree on much, and we will go on talking about what still divides us,” {who} told reporters there.
"""


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    (tmp_path / "good.txt").write_text(TEXT.format(place="Paris", who="Boris Johnson"), encoding="utf-8")
    (tmp_path / "bad.txt").write_text(TEXT.format(place="Rome", who="Angela Merkel"), encoding="utf-8")
    return [str(tmp_path / "bad.txt"), str(tmp_path / "good.txt")]


def test_a_fault_in_one_page_does_not_end_the_run(
    store_url: str, pages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve = actors.resolve

    def faulty(reading: Reading) -> Cast:
        if "Rome" in reading.article.text:
            raise RecursionError
        return resolve(reading)

    with store.open(store_url) as opened:
        with monkeypatch.context() as patch:
            patch.setattr(actors, "resolve", faulty)
            run = pipeline.read(pages, store=opened)

        (refusal,) = run.outcomes[0].refusals
        assert refusal.code == "failed"
        assert "RecursionError" in refusal.reason
        assert run.outcomes[1].articles
        assert len(opened.find().records) > 0

        again = pipeline.read(pages, store=opened)

        assert not [r for o in again.outcomes for r in o.refusals]
        assert not [r for o in opened.outcomes() for r in o.refusals]
        assert {a.heading.page for a in opened.find().accounts} == set(pages)
