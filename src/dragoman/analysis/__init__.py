"""What the record says on one question: where two actors stand, and what happened between actors in time.

Each answer is a frozen value that is computed from a document and cites its records; nothing is stored.
This package does not know how records are stored or shown.
"""

from __future__ import annotations
