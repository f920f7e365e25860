"""The record over HTTP: the JSON of `docs/format.md`, page by page, described with OpenAPI.

`application` makes it for a store. It is read-only unless it is given a token; it does not know how records
are made, and calls the pipeline, the query, the analysis and the export as the command line does.
"""

from __future__ import annotations

from dragoman.api.app import application

__all__ = ["application"]
