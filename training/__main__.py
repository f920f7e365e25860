"""Trains the language model and writes it into the package.

    python -m training          all six steps
    python -m training fit      learns from the corpora; writes build/model.pt   (two to three hours, 2 cores)
    python -m training export   writes the package's ONNX file and its labels from build/model.pt
    python -m training pairs    learns the classifier of pairs, above the exported model   (half an hour)
    python -m training card     measures the exported model and writes its model card
    python -m training events   learns the weights of events with the exported model   (half a minute)
    python -m training rarity   counts words and learns in what articles differ, for stories  (four minutes)

`make train` does all six, in an environment of its own.
"""

from __future__ import annotations

import argparse
import dataclasses
import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training import averaging, card, encoder, events, export, pair_run, rarity
from training.batches import Example, prepare
from training.data import OPEN, Corpora
from training.fit import Model, Options, fit
from training.labels import Labels
from training.plan import PLAN, Sitting, paced

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "src" / "dragoman" / "data" / "model"
SAMPLE = 150
log = logging.getLogger("training")


def main() -> None:
    """Runs one step of the training, or all of them."""
    parser = argparse.ArgumentParser(
        prog="python -m training", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "step",
        nargs="?",
        choices=("fit", "export", "pairs", "events", "rarity", "card"),
        help="one step; all where none is named",
    )
    parser.add_argument(
        "--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds corpora/ and gold/"
    )
    parser.add_argument("--build", type=Path, default=ROOT / "build", help="folder for what is in the making")
    parser.add_argument(
        "--out", type=Path, default=MODEL, help="folder for the model; the package's own by default"
    )
    parser.add_argument("--open", action="store_true", help="learn from the openly licensed corpora only")
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where there is one")
    own = parser.add_argument_group("a sitting of your own", "instead of those of training/plan.py")
    own.add_argument("--times", type=_times, help="passes over each corpus, as ewt=4,polnear=0.5")
    own.add_argument("--more", action="store_true", help="go on from build/model.pt as it is")
    own.add_argument("--rounds", type=int, default=Options.rounds, help="how often to save on the way")
    own.add_argument(
        "--steady", type=int, default=Options.steady, help="rounds before the rate begins to fall"
    )
    own.add_argument(
        "--rate",
        type=float,
        default=Options.encoder_rate,
        help="of learning, of the encoder; that of the heads goes with it",
    )
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    if options.step in {None, "card", "events", "rarity"} and options.out != MODEL:
        parser.error(
            "the card and the events are of the package's own model; with --out, run fit and export only"
        )
    if options.more and not options.times:
        parser.error("--more needs --times: what the further sitting is to see")
    options.build.mkdir(exist_ok=True)
    if options.step in {None, "fit"}:
        run(options.shared, options.build, _plan(options), more=options.more)
    if options.step in {None, "export"}:
        export.write(options.build / "model.pt", options.out, _sample(options.shared))
    if options.step == "pairs" or (options.step is None and not options.open):
        pair_run.run(options.shared, options.build, options.out)
    if options.step in {None, "events"}:
        events.write(options.shared, MODEL.parent)
    if options.step in {None, "rarity"}:
        rarity.learn(options.shared / "corpora", MODEL.parent)
    if options.step in {None, "card"}:
        card.write(options.shared, options.out)


def _times(text: str) -> dict[str, float]:
    return {name: float(times) for name, times in (part.split("=") for part in text.split(","))}


def _plan(options: argparse.Namespace) -> list[Sitting]:
    """The sittings that the options ask for."""
    plan = [Sitting(s.times, dataclasses.replace(s.options, device=options.device)) for s in PLAN]
    if options.times:
        paces = {"rounds": options.rounds, "steady": options.steady, "device": options.device}
        plan = [Sitting(options.times, paced(options.rate, **paces))]
    return [s.without(set(s.times) - set(OPEN)) for s in plan] if options.open else plan


def _sample(shared: Path) -> list[Example]:
    """Some passages of the open corpora, which tell how large the model's numbers are."""
    corpora, tokenizer = Corpora(shared), Tokenizer.from_file(str(encoder.tokenizer()))
    return prepare([*corpora.ewt("train")[:SAMPLE], *corpora.gum("train")[:SAMPLE]], tokenizer)


def run(shared: Path, build: Path, plan: Sequence[Sitting], *, more: bool) -> None:
    """Learns from the corpora and leaves `model.pt` in the build folder, renewed after each round.

    Every sitting goes on from the first. In the end the file holds the mean of the weights after each.
    What each sitting did is kept with the weights and shown on the model card.
    """
    corpora = Corpora(shared)
    names = dict.fromkeys(name for sitting in plan for name in sitting.times)
    passages = {name: getattr(corpora, name)("train") for name in names}
    done: list[dict[str, object]] = []
    if more:
        model, done = export.opened(build / "model.pt")
    else:
        torch.manual_seed(plan[0].options.seed)
        model = Model(encoder.folder(), Labels.of(p for ps in passages.values() for p in ps))
    tokenizer = Tokenizer.from_file(str(encoder.tokenizer()))
    examples = {name: prepare(ps, tokenizer) for name, ps in passages.items()}
    states: list[dict[str, Tensor]] = []
    for sitting in plan:
        if states:
            model.load_state_dict(states[0])
        words = {name: sum(len(p.words) for p in passages[name]) for name in sitting.times}
        log_of = partial(_log, sitting, words, time.monotonic())
        after = partial(_save, build / "model.pt", done, log_of)
        fit(model, {k: examples[k] for k in sitting.times}, sitting.times, sitting.options, after=after)
        done.append(log_of(sitting.options.rounds))
        states.append({name: weight.clone() for name, weight in model.state_dict().items()})
    model.load_state_dict(averaging.mean(states))
    _write(build / "model.pt", model, done)


def _log(sitting: Sitting, words: dict[str, int], started: float, rounds: int) -> dict[str, object]:
    """What a sitting has done after some of its rounds, for the model card."""
    return {
        "options": dataclasses.asdict(sitting.options),
        "times": sitting.times,
        "words": words,
        "rounds": rounds,
        "minutes": (time.monotonic() - started) / 60,
        "torch": str(torch.__version__),
    }


def _save(
    path: Path, done: list[dict[str, object]], log_of: Callable[[int], dict[str, object]], model: Model,
    rounds: int,
) -> None:  # fmt: skip
    log.info("round %d done", rounds)
    _write(path, model, [*done, log_of(rounds)])


def _write(path: Path, model: Model, sittings: list[dict[str, object]]) -> None:
    labels = dataclasses.asdict(model.labels)
    torch.save({"weights": model.state_dict(), "labels": labels, "sittings": sittings}, path)


if __name__ == "__main__":
    main()
