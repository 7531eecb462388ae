"""Values -> Python that a student can paste to see the failure again."""

from typing import Any

import numpy as np

from nncheck.records import Array, Opaque, Random, Tensor, Value
from nncheck.report.plain import plain

THRESHOLD = 100  # entries; beyond, an array is abbreviated, since nobody pastes it
DEFAULT_DTYPES = ("float64", "int64", "bool")  # that numpy finds by itself, from the entries


def assignment(name: str, value: Value, width: int) -> list[str]:
    """The lines of `name = value`, at most `width` wide where the value can be broken."""
    code = expression(value, width, prefix=f"{name} = ")
    return f"{name} = {code}".split("\n")


def expression(value: Value, width: int, prefix: str = "") -> str:
    """Python for `value`; `prefix` is what stands before it on its first line."""
    match value:
        case np.ndarray():
            return _array(value, width, prefix)
        case Tensor():
            return _tensor(value, width, prefix)
        case dict():
            items = [(f"{plain(repr(key))}: ", item) for key, item in value.items()]
            return _sequence("{", items, "}", width, prefix)
        case list() | tuple():
            opening, closing = "[]" if isinstance(value, list) else ("(", ",)" if len(value) == 1 else ")")
            return _sequence(opening, [("", item) for item in value], closing, width, prefix)
        case str():
            return plain(repr(value))
        case Random():
            return f"np.random.default_rng({value.seed})"
        case Opaque():
            return f"<{plain(value.type_name)}>"
        case float() | complex() | np.generic():
            return entry(value)
    return repr(value)


def entry(value: Any) -> str:
    """One number as Python: the shortest digits that give it back in its own precision."""
    if isinstance(value, (bool, np.bool)):
        return str(bool(value))
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, (float, np.floating)):
        digits = repr(float(value)) if isinstance(value, float) else str(value)
        return f"np.{digits}" if digits in ("nan", "inf") else digits.replace("-inf", "-np.inf")
    return str(value)


def _sequence(opening: str, items: list[tuple[str, Value]], closing: str, width: int, prefix: str) -> str:
    margin = " " * len(prefix + opening)
    parts = [key + expression(item, width, margin + key) for key, item in items]
    short = not any("\n" in part for part in parts)
    line = opening + ", ".join(parts) + closing
    if short and len(prefix + line) <= width:
        return line
    return opening + f",\n{margin}".join(parts) + closing


def _tensor(value: Tensor, width: int, prefix: str) -> str:
    dtype, array = str(value.array.dtype), value.array
    suffix = f", dtype=torch.{dtype}" if dtype not in ("int64", "bool") else ""
    suffix += f", device={value.device!r}" if value.device != "cpu" else ""
    return f"torch.tensor({_entries(array, width, prefix + 'torch.tensor(', suffix)}{suffix})"


def _array(value: Array, width: int, prefix: str) -> str:
    dtype = str(value.dtype)
    known = dtype in DEFAULT_DTYPES and (value.size > 0 or dtype == "float64")
    suffix = "" if known else f", dtype=np.{'bool' if dtype == 'bool' else dtype}"
    if value.size == 0 and value.ndim > 1:
        return f"np.zeros({value.shape}{suffix})"
    return f"np.array({_entries(value, width, prefix + 'np.array(', suffix)}{suffix})"


def _entries(value: Array, width: int, prefix: str, suffix: str) -> str:
    text = np.array2string(
        value,
        separator=", ",
        prefix=prefix,
        suffix=f"{suffix})",
        max_line_width=width,
        threshold=THRESHOLD,
        edgeitems=2,
        formatter={"all": entry},
    )
    return text if value.size else "[]"
