"""Lets `python -m dragoman.cli` do what `dragoman` does."""

from __future__ import annotations

from dragoman.cli import main

main()
