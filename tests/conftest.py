"""Settings of all tests.

Properties try the same examples each time, so that a failure is due to the change at hand;
HYPOTHESIS_PROFILE=explore tries new ones. Whoever runs the tests may have added actors of his own: they
stay out.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from databases import server, store_url, url
from dragoman.export.document import Document

__all__ = ["document", "server", "store_url", "url"]

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

os.environ["DRAGOMAN_ACTORS"] = os.devnull


@pytest.fixture(scope="session")
def document() -> Document:
    """The record of five examples, made by hand, so that rendering needs no pipeline."""
    return Document.model_validate_json((Path(__file__).parent / "cli" / "record.json").read_bytes())
