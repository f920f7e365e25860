"""What the lower layers of the language model make of a sentence: they are closer to what words mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import ModelUnavailable
from dragoman.language import features, middle
from dragoman.language.model import Passage, inputs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LAYERS", "Lower", "Seen"]

LAYERS = 2
"""How many layers are read."""

_TENSOR = middle.layer(LAYERS)


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence as the lower layers see it: (piece, number), and the first piece of each word."""

    vectors: NDArray[np.float32]
    firsts: tuple[int, ...]

    def spread(self, values: Sequence[int]) -> list[int]:
        """The words' values as those of their pieces; 0 for the marks at both ends."""
        out = [0] * len(self.vectors)
        for (a, b), value in zip(pairwise((*self.firsts, len(out) - 1)), values, strict=True):
            out[a:b] = [value] * (b - a)
        return out


class Lower:
    """The lower layers of the language model in a folder.

    Raises:
        ModelUnavailable: a file is missing or broken.
    """

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.log_severity_level = 3
            model = (folder / "model.onnx").read_bytes() + middle.output(_TENSOR)
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime and tokenizers raise classes of their own
            raise ModelUnavailable(str(folder), str(error).splitlines()[0]) from error

    def see(self, sentences: Sequence[Sequence[str]]) -> list[Seen]:
        """What they make of sentences, each given as its words, in one batch."""
        passages = [Passage(tuple(s), frozenset({0}), frozenset({0})) for s in sentences]
        prepared = [features.pieces(self._tokenizer, p.words, p.sentences) for p in passages]
        (found,) = self._session.run([_TENSOR], inputs(passages, prepared))
        return [Seen(v[: len(p.ids)], tuple(p.firsts)) for v, p in zip(found, prepared, strict=True)]
