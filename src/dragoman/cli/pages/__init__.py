"""Pages that are taken away: lines that each end in the numbers of their sources, as Markdown, HTML and PDF.

`lines` is what a page is made of, `brief` writes one, and a module for each format prints it.
"""

from __future__ import annotations
