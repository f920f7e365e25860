"""docs/export.md: every format and column is told, and its commands are ones that can be given."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from dragoman.cli.export import command
from dragoman.export import gdelt, polecat, tables
from dragoman.export.formats import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^dragoman export (.*)$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_section_with_a_command(name: str) -> None:
    assert f"\n## {name}\n" in PAGE
    assert [line for line in COMMANDS if line.startswith(name)]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_can_be_given(line: str) -> None:
    words = shlex.split(line.partition(">")[0])
    with command.make_context("export", words) as context:
        assert context.params["format"] in FORMATS


@pytest.mark.parametrize("column", [*polecat.COLUMNS, *polecat.MORE, *gdelt.COLUMNS])
def test_every_column_is_told(column: str) -> None:
    alike = re.sub("Recipient", "Actor", column)
    unknown = re.search(r"Ethnic|Religion|Type[23]|^Actor[12]Geo", column)
    assert (
        f"`{column}`" in PAGE
        or f"`{alike}`" in PAGE
        or f"`{column.replace('Actor2', 'Actor1')}`" in PAGE
        or unknown
    )


def test_the_columns_of_tables_are_told() -> None:
    own = {"articles", "kinds", "evidence"}
    assert own <= {column for name in tables.KINDS.values() for column in tables.columns(name)}
    assert all(f"`{column}`" in PAGE for column in own)
