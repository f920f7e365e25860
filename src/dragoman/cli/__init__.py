"""The command line: it calls the pipeline, the store and the export, and shows what they give.

Nothing heavy is imported here or in `dragoman.cli.app`, so that `--help` answers at once.
"""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command that the process was called with, and exit with its status."""
    from dragoman.cli.app import run

    run()
