"""How fast and how large: `make bench`. Timings are for comparing within one run on one machine.

Each measurement notes in `extra_info` what it means in articles, words or megabytes; --benchmark-json
FILE writes it all down. Articles come from ../shared/corpora/news-sample, or where that is not there
from the examples, repeated.
"""

from __future__ import annotations

import gzip
import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT.parent / "shared" / "corpora" / "news-sample" / "foreign-policy-2022.jsonl.gz"
ARTICLES = 120


def texts() -> list[str]:
    """The texts of some articles, 300 to 1,200 words each where there is a choice."""
    if not SAMPLE.exists():
        found = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "examples").glob("*.txt"))]
        return (found * ARTICLES)[:ARTICLES]
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
        found = [json.loads(line)["text"] for line in lines]
    return [t for t in found if 300 <= len(t.split()) <= 1200][:ARTICLES]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles as files."""
    out = tmp_path_factory.mktemp("sample")
    for i, text in enumerate(texts()):
        (out / f"{i:04}.txt").write_text(text, encoding="utf-8")
    return out


def noted(benchmark: BenchmarkFixture, words: int, seconds: float) -> None:
    """Adds what a time means in articles of 600 words."""
    rate = words / seconds
    benchmark.extra_info |= {
        "words_per_second": round(rate),
        "articles_of_600_words_per_second": round(rate / 600, 2),
    }
    print(f"\n{benchmark.name}: {rate:,.0f} words/s, {rate / 600:.1f} articles of 600 words/s")


def test_encoder(benchmark: BenchmarkFixture) -> None:
    """The encoder alone: the ONNX session over passages that are ready."""
    from dragoman.language import model, words
    from dragoman.language.passages import cut

    loaded = model.load()
    passages = []
    for text in texts():
        shown = [text[s.start : s.end] for s in words.split(text)]
        for a, b in cut(len(shown), {0}, {0}):
            passages.append(model.Passage(tuple(shown[a:b]), frozenset({0}), frozenset({0})))
    loaded.encode(passages[:8])
    benchmark.pedantic(loaded.encode, args=(passages,), rounds=3)
    noted(benchmark, sum(len(t.split()) for t in texts()), benchmark.stats.stats.median)


@pytest.mark.parametrize("jobs", [1, 2])
def test_pipeline(benchmark: BenchmarkFixture, folder: Path, jobs: int) -> None:
    """Everything from the file to the store, in one process or in two more, their start included."""
    from dragoman import pipeline, store

    def read() -> None:
        with store.open("sqlite://") as opened:
            pipeline.read([str(folder)], store=opened, jobs=jobs)

    benchmark.pedantic(read, rounds=3, warmup_rounds=1)
    noted(benchmark, sum(len(t.split()) for t in texts()), benchmark.stats.stats.median)
    usage = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    peak = max(usage) / 1024
    benchmark.extra_info["peak_megabytes"] = round(peak)
    print(f"peak memory of a process {peak:,.0f} MB")


def test_help(benchmark: BenchmarkFixture) -> None:
    """A cold `dragoman --help`."""
    benchmark.pedantic(run, args=("--help",), rounds=7, warmup_rounds=1)


def test_first_record(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """A cold `dragoman read examples` into a new store."""

    def fresh() -> tuple[tuple[str, ...], dict[str, Any]]:
        shutil.rmtree(tmp_path, ignore_errors=True)
        tmp_path.mkdir()
        return ("read", str(ROOT / "examples"), "--db", str(tmp_path / "store.sqlite")), {}

    benchmark.pedantic(run, setup=fresh, rounds=5)


def run(*arguments: str) -> None:
    """Runs the command line in a process of its own."""
    subprocess.run([sys.executable, "-m", "dragoman.cli", *arguments], check=True, capture_output=True)  # noqa: S603
