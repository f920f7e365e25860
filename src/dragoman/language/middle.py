"""Asks the file of a model for a tensor of its middle.

The file gives out nothing of its middle. A file of ONNX is a message of Protocol Buffers, and a part that
comes twice in one adds up; so the tensor wanted is put behind the file as one more output.
Source: Protocol Buffers, Encoding, "Last One Wins" (embedded messages are merged).
"""

from __future__ import annotations

__all__ = ["layer", "output"]

_GRAPH, _OUTPUT, _NAME, _TYPE, _TENSOR_TYPE, _ELEMENT, _FLOAT = 7, 12, 1, 2, 1, 1, 1


def layer(number: int) -> str:
    """The tensor of the language model that one of the encoder's layers, counted from 1, gives."""
    return f"/network/encoder/layers.{number - 1}/norm2/LayerNormalization_output_0"


def output(tensor: str) -> bytes:
    """One more output of a graph, of floating-point numbers, as a part of an ONNX file."""
    element = _varint(_ELEMENT << 3) + _varint(_FLOAT)
    value = _field(_NAME, tensor.encode()) + _field(_TYPE, _field(_TENSOR_TYPE, element))
    return _field(_GRAPH, _field(_OUTPUT, value))


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])
