"""Kinds of files that are no reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources import formats


@pytest.mark.parametrize(
    ("head", "suffix", "word"),
    [
        (b"%PDF-1.4", ".txt", "PDF"),
        (b"PK\x03\x04", ".docx", "document"),
        (b"PK\x03\x04", ".epub", "e-book"),
        (b"PK\x03\x04", ".zip", "archive"),
        (b"PK\x03\x04", "", "archive"),
        (b"\x1f\x8b\x08", ".jsonl.gz", "archive"),
        (b"\xff\xd8\xff\xe0", ".jpg", "image"),
        (b"RIFF\x00\x00\x00\x00WEBP", ".webp", "image"),
        (b"\x00\x00\x00\x20ftypisom", ".mp4", "video"),
        (b"{\\rtf1", ".doc", "document"),
        (b"SQLite format 3\x00", ".db", "database"),
        (b"body { color: red }", ".CSS", "program"),
    ],
)
def test_what_is_no_report_is_known_by_its_bytes_or_its_name(head: bytes, suffix: str, word: str) -> None:
    found = formats.recognise(head, suffix)
    assert found is not None
    assert word in found.reason


@pytest.mark.parametrize(
    "head", [b"", b"The new WAVE of talks", b"MZ was there.", b"<html>", b"PARIS (AP) - ", b"\xff\xfeT\x00"]
)
def test_what_may_be_text_is_let_through(head: bytes) -> None:
    assert formats.recognise(head, ".txt") is None


@given(st.binary(max_size=300), st.text(max_size=8))
def test_any_bytes_and_any_name_will_do(head: bytes, suffix: str) -> None:
    formats.recognise(head, suffix)
    formats.media_type(suffix)
