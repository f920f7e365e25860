"""Trains the language model and writes it into the package.

    python -m training          all three steps
    python -m training fit      learns from the corpora; writes build/model.pt   (some 1.5 hours, 2 cores)
    python -m training export   writes the package's ONNX file and its labels from build/model.pt
    python -m training card     measures the exported model and writes its model card

`make train` does all three, in an environment of its own.
"""

from __future__ import annotations

import argparse
import dataclasses
import logging
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import card, encoder, export
from training.batches import prepare
from training.data import OPEN, TRAIN, Corpora
from training.fit import Model, Options, fit
from training.labels import Labels

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "src" / "dragoman" / "data" / "model"
log = logging.getLogger("training")


def main() -> None:
    """Runs one step of the training, or all of them."""
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "step", nargs="?", choices=("fit", "export", "card"), help="one step; all where none is named"
    )
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds corpora/ and gold/"
    )
    parser.add_argument("--build", type=Path, default=ROOT / "build", help="folder for what is in the making")
    parser.add_argument(
        "--out", type=Path, default=MODEL, help="folder for the model; the package's own by default"
    )
    parser.add_argument("--open", action="store_true", help="learn from the openly licensed corpora only")
    parser.add_argument(
        "--more", action="store_true", help="another sitting: go on from build/model.pt as it is"
    )
    parser.add_argument(
        "--times", type=_times, default=TRAIN, help="passes over each corpus, as ewt=4,polnear=0.5"
    )
    parser.add_argument("--rounds", type=int, default=Options.rounds, help="how often to save on the way")
    parser.add_argument(
        "--steady", type=int, default=Options.steady, help="rounds before the rate begins to fall"
    )
    parser.add_argument(
        "--rate",
        type=float,
        default=Options.encoder_rate,
        help="of learning, of the encoder; that of the heads goes with it",
    )
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where there is one")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    if options.step in {None, "card"} and options.out != MODEL:
        parser.error("the card measures the package's own model; with --out, run fit and export only")
    options.build.mkdir(exist_ok=True)
    if options.step in {None, "fit"}:
        times = {k: v for k, v in options.times.items() if k in OPEN or not options.open}
        chosen = Options(
            device=options.device, rounds=options.rounds, steady=options.steady,
            encoder_rate=options.rate,
            head_rate=options.rate / Options.encoder_rate * Options.head_rate,
        )  # fmt: skip
        run(options.shared, options.build, chosen, times, more=options.more)
    if options.step in {None, "export"}:
        export.write(options.build / "model.pt", options.out)
    if options.step in {None, "card"}:
        card.write(options.shared, options.out)


def _times(text: str) -> dict[str, float]:
    return {name: float(times) for name, times in (part.split("=") for part in text.split(","))}


def run(shared: Path, build: Path, options: Options, times: dict[str, float], *, more: bool) -> None:
    """Learns from the corpora and leaves `model.pt` in the build folder, renewed after each round.

    What each sitting did is kept with the weights and shown on the model card.
    """
    started = time.monotonic()
    corpora = Corpora(shared)
    passages = {name: getattr(corpora, name)("train") for name in times}
    sittings: list[dict[str, object]] = []
    if more:
        model, sittings = export.opened(build / "model.pt")
    else:
        torch.manual_seed(options.seed)
        model = Model(encoder.folder(), Labels.of(p for ps in passages.values() for p in ps))
    tokenizer = Tokenizer.from_file(str(encoder.tokenizer()))
    examples = {name: prepare(ps, tokenizer) for name, ps in passages.items()}

    def save(model: Model, number: int) -> None:
        log.info("round %d of %d done", number, options.rounds)
        sitting = {
            "options": dataclasses.asdict(options),
            "times": times,
            "words": {k: sum(len(p.words) for p in v) for k, v in passages.items()},
            "rounds": number,
            "minutes": (time.monotonic() - started) / 60,
            "torch": str(torch.__version__),
        }
        labels = dataclasses.asdict(model.labels)
        torch.save(
            {"weights": model.state_dict(), "labels": labels, "sittings": [*sittings, sitting]},
            build / "model.pt",
        )

    fit(model, examples, times, options, after=save)


if __name__ == "__main__":
    main()
