"""Several programs that use one store at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import writers
from dragoman import pipeline, store
from dragoman.export import document
from stored import PARIS, UNDATED, paris, put, undated

WRITERS = 3
ROOT = Path(__file__).parents[2]


def test_programs_that_make_and_write_one_store_at_once_give_the_record_that_one_gives(
    url: str, tmp_path: Path
) -> None:
    go = tmp_path / "go"
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT / 'tests'}"}
    command = [sys.executable, writers.__file__, url, str(go)]
    started = [
        subprocess.Popen([*command, str(part), str(WRITERS)], env=environment, stderr=subprocess.PIPE)
        for part in range(WRITERS)
    ]
    while sum(1 for _ in tmp_path.glob("go-*")) < WRITERS:
        assert all(writer.poll() is None for writer in started), started[0].communicate()
        time.sleep(0.01)
    go.touch()
    counts = [0]
    with store.open(url) as reader:  # it may be the first, too
        while any(writer.poll() is None for writer in started):
            counts.append(writers.seen(reader))
        assert [writer.communicate()[1].decode() for writer in started] == [""] * WRITERS
        assert counts == sorted(counts)
        with store.open("sqlite://") as alone:
            for found in writers.findings():
                pipeline.keep(found, alone)
            assert document.make(reader.find()) == document.make(alone.find())


def test_a_reader_sees_the_store_as_it_was_when_it_began(store_url: str) -> None:
    with store.open(store_url) as reader, store.open(store_url) as writer:
        put(writer, PARIS, *paris())
        with reader.audit() as audit:
            assert audit.articles() == [PARIS.id]
            put(writer, UNDATED, *undated())
            assert audit.articles() == [PARIS.id]
        assert len(reader.find().accounts) == 2
