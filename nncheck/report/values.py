"""Values -> JSON: bounded in size, and every number as JSON can say it."""

from math import isfinite
from typing import Any

import numpy as np

from nncheck.records import Array, Opaque, Random, Tensor, Value
from nncheck.report.plain import capped

ARRAY_ENTRIES = 64
ITEMS = 256  # over all lists and dicts of one value, however they are nested
CHARACTERS = 2000
ARRAY_KEYS = frozenset({"dtype", "shape", "data"})  # a dict with these becomes pairs: it is no array


def jsonable(value: Value) -> Any:
    """`value` out of None, bool, int, float, str, list and dict; non-finite numbers as strings."""
    return _Writer().write(value)


def number(value: float) -> float | str:
    """A float as JSON can hold it: "nan", "inf" and "-inf" are strings."""
    return value if isfinite(value) else str(value)


def array(value: Array) -> dict[str, Any]:
    """An array as its dtype, its shape and its first entries in C order."""
    entries = np.ravel(value)[:ARRAY_ENTRIES]
    found: dict[str, Any] = {
        "dtype": str(value.dtype),
        "shape": list(value.shape),
        "data": [_scalar(entry) for entry in entries.tolist()],
    }
    return found | {"truncated": True} if value.size > ARRAY_ENTRIES else found


def _scalar(value: Any) -> Any:
    if isinstance(value, float):
        return number(value)
    if isinstance(value, complex):
        return {"real": number(value.real), "imag": number(value.imag)}
    return value


class _Writer:
    """Writes one value; what a student returned may nest, so the items of all its levels are counted."""

    def __init__(self) -> None:
        self.left = ITEMS

    def write(self, value: Value) -> Any:
        match value:
            case None | bool() | int() | float() | complex():
                return _scalar(value)
            case str():
                return capped(value, CHARACTERS)
            case np.ndarray():
                return array(value)
            case np.generic():
                return _scalar(value.item())
            case Tensor():
                return array(value.array) | {"device": value.device}
            case dict():
                return self._dict(value)
            case list() | tuple():
                return self._list(value)
            case Random():
                return {"seed": value.seed}
            case Opaque():
                return {"type": capped(value.type_name, CHARACTERS)}
        return {"type": type(value).__name__}

    def _list(self, value: list[Any] | tuple[Any, ...]) -> Any:
        items = [self.write(item) for item in value[: self._take(len(value))]]
        if len(items) == len(value):
            return items
        return {"items": items, "length": len(value), "truncated": True}

    def _dict(self, value: dict[str, Any]) -> Any:
        keys = list(value)[: self._take(len(value))]
        items = [(capped(key, CHARACTERS), self.write(value[key])) for key in keys]
        if len(keys) == len(value) and not value.keys() >= ARRAY_KEYS:
            return dict(items)
        pairs = {"items": [list(item) for item in items], "length": len(value)}
        return pairs if len(keys) == len(value) else pairs | {"truncated": True}

    def _take(self, wanted: int) -> int:
        taken = min(wanted, self.left)
        self.left -= taken
        return taken
