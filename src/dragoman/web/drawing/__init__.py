"""Pictures of records as values that a template writes as SVG: where each mark is, and what it opens."""

from __future__ import annotations
