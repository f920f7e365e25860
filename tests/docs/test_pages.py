"""The pages: commands in them give what they show, links lead somewhere, every field is described."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.analysis import agenda, brief_parts, news, positions, timeline
from dragoman.export import document

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
)
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:)([^)#]*)(?:#([^)]*))?\)")


def _named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def _run(shown: str, store: Path) -> str:
    """The session with what each command, `$ dragoman …`, prints now on both streams.

    A summary ends with the seconds that it took; they stand as `1.4 s`, whatever they were.
    """
    printed = []
    for line in shown.splitlines():
        if line.startswith("$ "):
            name, *words = shlex.split(line[2:], comments=True)
            assert name == "dragoman"
            done = subprocess.run(
                [sys.executable, "-m", "dragoman.cli", *words],
                cwd=ROOT,
                env={**os.environ, "DRAGOMAN_DB": str(store), "COLUMNS": "96"},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            assert "Traceback" not in done.stdout, done.stdout
            printed += [line, re.sub(r"\d+\.\d s$", "1.4 s", done.stdout.rstrip("\n"), flags=re.MULTILINE)]
    return "\n".join(printed) + "\n"


@pytest.mark.model
@pytest.mark.parametrize(
    "page", [page for page in PAGES if SESSION.search(page.read_text("utf-8"))], ids=_named
)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    now = SESSION.sub(lambda found: f"```console\n{_run(found[1], tmp_path / 'record.sqlite')}```", text)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        page.write_text(now, encoding="utf-8")
    assert now == page.read_text(encoding="utf-8")


@pytest.mark.model
def test_the_example_in_python_runs(tmp_path: Path) -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    command = [sys.executable, "-c", example]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    assert "2017-07-06 Quai d'Orsay, Paris held 2\n" in done.stdout


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        found = (page.parent / target).resolve() if target else page
        assert found.exists(), target
        if anchor:
            assert anchor in _anchors(found), anchor


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def test_the_format_page_describes_every_field() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    parts = [
        value
        for module in (document, agenda, brief_parts, news, positions, timeline)
        for value in vars(module).values()
        if isinstance(value, type)
    ]
    models = [
        part for part in parts if issubclass(part, document.BaseModel) and part is not document.BaseModel
    ]
    fields = {name for model in models for name in model.model_fields}
    assert {"said_on", "participants", "discrepancies", "issues", "entries"} <= fields
    assert not {name for name in fields if f"`{name}`" not in page and f'"{name}"' not in page}


def test_every_target_of_the_makefile_is_told_to_developers() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert not {target for target in targets if f"`make {target}`" not in page} - {"help", "clean"}
