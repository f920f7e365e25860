"""Tells what kind of file bytes are, as far as it says that they are no report.

Source: the signatures are those of the formats' own specifications, as gathered in the file(1) magic
database and at https://en.wikipedia.org/wiki/List_of_file_signatures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["HEAD", "MEDIA_TYPES", "Format", "media_type", "recognise"]

HEAD = 4096
"""How many bytes from the start of a file are looked at."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that is not read: the code of its refusal, and the sentence for the person."""

    code: str
    reason: str


def _binary(what: str, advice: str = "only text and HTML are read") -> Format:
    return Format("binary", f"{what}; {advice}")


def _data(what: str) -> Format:
    return Format("no-article", f"{what}, not a report; only text and HTML are read")


PDF = _binary("a PDF", "convert it to text first, e.g. with pdftotext")
DOCUMENT = _binary("a word processor's document", "save it as text or HTML first")
POSTSCRIPT = _binary("a PostScript file", "convert it to text first, e.g. with ps2ascii")
EBOOK = _binary("an e-book", "convert it to text or HTML first")
TABLE = _binary("a spreadsheet or presentation", "save it as text first")
ARCHIVE = _binary("an archive", "unpack it first")
IMAGE = _binary("an image", "run it through text recognition (OCR) first")
SOUND = _binary("sound or video", "a transcript could be read")
PROGRAM = _binary("a program")
DATABASE = _binary("a database")
FONT = _binary("a font")

SIGNATURES: tuple[tuple[re.Pattern[bytes], Format], ...] = tuple(
    (re.compile(signature, re.DOTALL), found)
    for signature, found in (
        (rb"%PDF-", PDF),
        (rb"\{\\rtf|\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOCUMENT),
        (rb"%!PS", POSTSCRIPT),
        (
            rb"PK\x03\x04|\x1f\x8b|BZh\d1AY|\xfd7zXZ\x00|7z\xbc\xaf'\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd",
            ARCHIVE,
        ),
        (rb".{257}ustar[\x00 ]", ARCHIVE),
        (rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|RIFF.{4}WEBP", IMAGE),
        (rb"\x00{3}.ftyp|RIFF.{4}(?:WAVE|AVI )|OggS\x00|fLaC\x00|ID3[\x02-\x04]|\x1aE\xdf\xa3", SOUND),
        (rb"\x7fELF|MZ\x90\x00|\xca\xfe\xba\xbe", PROGRAM),
        (rb"SQLite format 3\x00", DATABASE),
        (rb"wOF[F2]", FONT),
    )
)

PACKED: dict[str, Format] = {  # these are zip archives inside
    **dict.fromkeys((".docx", ".odt", ".pages"), DOCUMENT),
    **dict.fromkeys((".xlsx", ".ods", ".pptx", ".odp"), TABLE),
    ".epub": EBOOK,
}

SUFFIXES: dict[str, Format] = {
    ".json": _data("JSON data"),
    ".jsonl": _data("JSON data"),
    ".csv": _data("a table"),
    ".tsv": _data("a table"),
    **dict.fromkeys((".yaml", ".yml", ".toml", ".ini"), _data("settings or data")),
    **dict.fromkeys((".css", ".js", ".mjs", ".py", ".sh"), _data("a program's source")),
    **dict.fromkeys((".svg",), IMAGE),
}

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}


def recognise(head: bytes, suffix: str) -> Format | None:
    """The kind of file where it is one that is not read, None where it may be text or HTML.

    Args:
        head: the first bytes of the file.
        suffix: the end of its name with the dot, in any case; what the bytes say goes before it.
    """
    suffix = suffix.lower()
    for signature, found in SIGNATURES:
        if signature.match(head):
            return PACKED.get(suffix, found) if found is ARCHIVE else found
    return SUFFIXES.get(suffix)


def media_type(suffix: str) -> str | None:
    """What the end of a file's name declares it to be, None where it declares nothing."""
    return MEDIA_TYPES.get(suffix.lower())
