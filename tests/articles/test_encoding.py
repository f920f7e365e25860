"""Bytes in any encoding become text, and a wrong declaration a remark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles.encoding import decode

ENGLISH = "The minister’s answer – “no” – came at once, and café talk went on in Genève for an hour. " * 4
RUSSIAN = "Министр иностранных дел встретился в четверг в Женеве со своим коллегой. " * 4
GREEK = "Ο υπουργός Εξωτερικών συναντήθηκε την Πέμπτη στη Γενεύη με τον ομόλογό του. " * 4


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"]
)
def test_unicode_is_known_without_being_declared(codec: str) -> None:
    decoded = decode(ENGLISH.encode(codec))
    assert decoded.text == ENGLISH
    assert decoded.notices == ()


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (ENGLISH, "cp1252", "iso-8859-1"),
        (ENGLISH, "cp1252", None),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "cp1251", None),
        (GREEK, "iso8859-7", "iso-8859-7"),
    ],
)
def test_what_is_declared_rightly_or_can_be_told_is_read_without_a_remark(
    text: str, codec: str, declared: str | None
) -> None:
    decoded = decode(text.encode(codec), declared)
    assert decoded.text == text
    assert decoded.notices == ()


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (ENGLISH, "cp1252", "utf-8"),
        (ENGLISH, "utf-8", "iso-8859-1"),
        (ENGLISH, "utf-8", "no-such-encoding"),
        (ENGLISH, "cp1252", "windows-1251"),
        (RUSSIAN, "cp1251", "utf-8"),
    ],
)
def test_a_wrong_declaration_is_remarked_on(text: str, codec: str, declared: str) -> None:
    decoded = decode(text.encode(codec), declared)
    assert decoded.text == text
    assert declared in decoded.notices[0]


def test_a_wrong_declaration_of_plain_ascii_does_no_harm() -> None:
    assert decode(b"Plain words.", "utf-16").notices == ()


@pytest.mark.parametrize(
    "head",
    [
        '<html><head><meta charset="{}"></head>',
        '<meta http-equiv="Content-Type" content="text/html; charset={}">',
        "<?xml version='1.0' encoding='{}'?><html>",
    ],
)
def test_html_declares_its_encoding_in_its_head(head: str) -> None:
    page = head.format("koi8-r") + "<p>" + RUSSIAN
    assert decode(page.encode("koi8-r")).text == page
    wrong = head.format("utf-8") + "<p>" + ENGLISH
    assert "utf-8" in decode(wrong.encode("cp1252")).notices[0]


def test_a_text_cut_in_the_middle_of_a_character_is_still_utf8() -> None:
    decoded = decode(RUSSIAN.encode()[:-3])
    assert decoded.text == RUSSIAN[:-3] + "\ufffd"
    assert "1 characters" in decoded.notices[0]


@settings(deadline=None)
@given(st.binary(max_size=500), st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_become_text_that_can_be_written_again(content: bytes, declared: str | None) -> None:
    decoded = decode(content, declared)
    decoded.text.encode("utf-8")
    assert "\r" not in decoded.text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\0\ufeff")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()).text == text


def test_no_text_has_nul() -> None:
    assert decode(b"Lavrov met\0Le Drian.").text == "Lavrov met\ufffdLe Drian."
