"""A record made by hand from examples, so that rendering is tested without the pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.export.document import Document


@pytest.fixture(scope="session")
def document() -> Document:
    """The record of five examples."""
    return Document.model_validate_json((Path(__file__).parent / "record.json").read_bytes())
