"""The record as web pages: rendered on the server, with little script, in the words of the command line.

`mount` puts them beside the API. They call the pipeline, the query, the analysis and the export as the
command line does, and do not know how records are made or kept.
"""

from __future__ import annotations

from dragoman.web.app import mount

__all__ = ["mount"]
