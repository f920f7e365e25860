"""What a full training does: a long sitting on everything, and two gentler ones that go on from it.

The one sees everything again with more grammar in it, the other grammar alone. Grammar goes on rising in
both while names and attributions fall a little; the mean of the three has most of what each is best at.
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


PLAN = (  # the others go on from the first
    Sitting({"ewt": 4.0, "gum": 4.0, "worldwide": 2.0, "polnear": 3.0, "gold": 5.0}, Options()),
    Sitting({"ewt": 3.0, "gum": 3.0, "worldwide": 1.0, "polnear": 1.0, "gold": 2.0}, paced(8e-5, rounds=4)),
    Sitting({"ewt_grammar": 3.0, "gum": 3.0}, paced(8e-5, rounds=3)),
)
