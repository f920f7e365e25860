"""What a full training does: a long sitting on everything, a gentler one on grammar, and the mean of both.

Grammar goes on rising when the rest has risen as far as it does, and the rest falls a little meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass

from training.fit import Options

__all__ = ["PLAN", "Sitting", "paced"]


@dataclass(frozen=True)
class Sitting:
    """One run from a rising to a falling rate; `times` says how often each corpus is seen."""

    times: dict[str, float]
    options: Options

    def without(self, names: set[str]) -> Sitting:
        """The same sitting without some corpora."""
        return Sitting({k: v for k, v in self.times.items() if k not in names}, self.options)


def paced(rate: float, *, rounds: int, steady: int = 0, device: str = "cpu") -> Options:
    """Options with another rate of learning for the encoder; that of the heads goes with it."""
    heads = rate / Options.encoder_rate * Options.head_rate
    return Options(encoder_rate=rate, head_rate=heads, rounds=rounds, steady=steady, device=device)


PLAN = (
    Sitting({"ewt": 4.0, "gum": 4.0, "worldwide": 2.0, "polnear": 3.0, "gold": 5.0}, Options()),
    Sitting({"ewt_grammar": 3.0, "gum": 3.0}, paced(8e-5, rounds=3)),
)
