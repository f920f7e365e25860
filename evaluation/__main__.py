"""Measures Dragoman. Each set has a command of its own that takes a path in the set's published layout.

    python -m evaluation syntax FILE.conllu …       parts of speech and dependencies
    python -m evaluation names FILE … [--labels Person=PER,…] [--merge FAC=LOC]
    python -m evaluation attribution DIR            PolNeAR's text/ and attributions/
    python -m evaluation record GOLD_DIR TEXT_DIR [--errors N]  the record, with ../shared/score/score.py
    python -m evaluation links GOLD_DIR TEXT_DIR    merging, with ../shared/score/links.py
    python -m evaluation events GOLD_DIR TEXT_DIR   what `--certain` does to events, step by step
    python -m evaluation timex DIR [--errors N]     TIMEX3 against TimeML files, at any depth
    python -m evaluation dates DIR [--errors N]     days of dates against GUM's xml
    python -m evaluation coreference FILE … [--errors N]  who is who, against GUM's CoNLL-U files
    python -m evaluation offices FILE …             holders of offices against visits at History at State
    python -m evaluation plover FILE.tsv …          what one actor does to another, against PLOVER's pairs
    python -m evaluation ecb DIR                    merging, against ECB+ and its same-lemma baseline
    python -m evaluation growth FILE.jsonl.gz       what an article costs as the store grows
    python -m evaluation databases FILE.jsonl.gz URL …  what a kind of database costs, beside a SQLite file
    python -m evaluation serve FILE.jsonl.gz [--articles N] [--keep FILE]  how fast the server answers
    python -m evaluation copies FILE.jsonl.gz [--half tune] [--pairs N] [--grow N]  copies made on purpose
    python -m evaluation stories DIR [--errors N]   groups of articles against BASIL's stories
    python -m evaluation cases [DIR]                the cases that ship in tests/cases
    python -m evaluation all                        every set that is there, against evaluation/floors.json

Add --json to print the scores as JSON.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one measurement; the exit status is 1 where a floor is not reached."""
    options = _parser().parse_args(arguments)
    if options.command == "all":
        from evaluation import floors

        return floors.check(options.shared, raise_them=options.raise_floors, as_json=options.json)
    scores = _scores(options)
    print(json.dumps(scores, indent=1) if options.json else table(scores))
    return 0


def _scores(options: argparse.Namespace) -> dict[str, Any]:
    measure = import_module(f"evaluation.{options.command}").score
    if options.command == "names":
        scores = measure(options.files, _pairs(options.labels), _pairs(options.merge))
    elif options.command == "record":
        scores = measure(options.gold, options.texts, options.shared / "score", errors=options.errors)
    elif options.command in {"events", "links"}:
        scores = measure(options.gold, options.texts, options.shared / "score")
    elif options.command in {"timex", "dates", "stories"}:
        scores = measure(options.dir, errors=options.errors)
    elif options.command == "copies":
        scores = measure(options.file, half=options.half, shown=options.pairs, grow=options.grow)
    elif options.command == "databases":
        scores = measure(options.file, options.urls)
    elif options.command == "serve":
        scores = measure(options.files, articles=options.articles, keep=options.keep)
    elif options.command == "coreference":
        scores = measure(options.files, errors=options.errors)
    else:
        scores = measure(options.dir if "dir" in options else options.files)
    return dict(scores)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print JSON")
    common.add_argument(
        "--shared",
        type=Path,
        default=ROOT.parent / "shared",
        help="folder that holds corpora/, gold/, score/",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("syntax", "names", "offices", "coreference", "plover", "growth"):
        sub = commands.add_parser(name, parents=[common])
        sub.add_argument("files", type=Path, nargs="+")
        if name == "names":
            sub.add_argument(
                "--labels", default="PER=PER,ORG=ORG,LOC=LOC", help="the file's label=the model's"
            )
            sub.add_argument("--merge", default="", help="a model's label=the one to count it as")
        if name == "coreference":
            _add_errors(sub)
    commands.add_parser("attribution", parents=[common]).add_argument("dir", type=Path)
    commands.add_parser("ecb", parents=[common]).add_argument("dir", type=Path)
    for name in ("timex", "dates", "stories"):
        sub = commands.add_parser(name, parents=[common])
        sub.add_argument("dir", type=Path)
        _add_errors(sub)
    serve = commands.add_parser("serve", parents=[common])
    serve.add_argument("files", type=Path, nargs="+")
    serve.add_argument("--articles", type=int, default=20_000, metavar="N", help="how many the store has")
    serve.add_argument(
        "--keep", type=Path, metavar="FILE", help="where the store is made, or was made before"
    )
    made = commands.add_parser("copies", parents=[common])
    made.add_argument("file", type=Path)
    made.add_argument("--half", choices=("tune", "test"), default="test", help="copies are made of this half")
    made.add_argument("--pairs", type=int, default=0, metavar="N", help="list the file's pairs near the edge")
    made.add_argument("--grow", type=int, default=0, metavar="N", help="time it up to so many articles")
    kinds = commands.add_parser("databases", parents=[common])
    kinds.add_argument("file", type=Path)
    kinds.add_argument("urls", nargs="*", metavar="URL", help="an empty database")
    cases = commands.add_parser("cases", parents=[common])
    cases.add_argument("dir", type=Path, nargs="?", default=ROOT / "tests" / "cases")
    for name in ("record", "events", "links"):
        sub = commands.add_parser(name, parents=[common])
        sub.add_argument("gold", type=Path)
        sub.add_argument("texts", type=Path)
        if name == "record":
            _add_errors(sub)
    every = commands.add_parser("all", parents=[common])
    every.add_argument(
        "--raise", dest="raise_floors", action="store_true", help="write higher scores as the new floors"
    )
    return parser


def _add_errors(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list that many errors too")


def _pairs(text: str) -> dict[str, str]:
    return dict(p.split("=", 1) for p in text.split(",") if "=" in p)


def table(scores: dict[str, Any], indent: str = "") -> str:
    """Scores as aligned lines."""
    lines = []
    for key, value in scores.items():
        if isinstance(value, dict) and all(not isinstance(v, dict) for v in value.values()):
            lines.append(f"{indent}{key:14}" + "  ".join(f"{k} {_number(v)}" for k, v in value.items()))
        elif isinstance(value, dict):
            lines += [f"{indent}{key}", table(value, indent + "  ")]
        elif isinstance(value, list):
            lines += [f"{indent}{line}" for line in value]
        else:
            lines.append(f"{indent}{key:14}{value}")
    return "\n".join(lines)


def _number(value: float) -> str:
    return f"{value}" if isinstance(value, int) else f"{value:.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
