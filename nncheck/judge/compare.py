"""An untrusted answer beside the exact one -> the first disagreement, as a sentence, or None."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from nncheck.records import Opaque, Record, Tensor, Value

_NUMERIC = "biuf"
_PLAIN = frozenset({int, float, str, bool, type(None)})
_INDEX = re.compile(r"-?\d+")  # in a path, of a part of a list


class Mismatch(Record, frozen=True, kw_only=True):
    """Where an answer is wrong, and how."""

    sentence: str
    path: str = ""
    index: tuple[int, ...] = ()
    error: float | None = None
    allowed: float | None = None


Compare = Callable[[str, Any, Any, Any], Mismatch | None]


def disagreement(got: Value, exact: Any, tolerance: Any, path: str = "") -> Mismatch | None:
    """The first entry of `got` that is further from `exact` than `tolerance` allows.

    `path` says which part of an answer `got` is.
    """
    return _walk(path, got, exact, tolerance, _values)


def misshapen(got: Value, exact: Any) -> Mismatch | None:
    """The first part of `got` whose kind or shape differs from that of `exact`; values do not count."""
    return _walk("", got, exact, exact, lambda path, array, wanted, _: _shapes(path, array, wanted))


def _walk(path: str, got: Value, exact: Any, tolerance: Any, compare: Compare) -> Mismatch | None:
    if isinstance(exact, dict):
        return _walk_dict(path, got, exact, tolerance, compare)
    if isinstance(exact, list | tuple):
        return _walk_sequence(path, got, exact, tolerance, compare)
    array = as_array(got)
    if isinstance(array, str):
        return Mismatch(
            sentence=f"{part_name(path)} is {array}, expected an array of shape {np.shape(exact)}", path=path
        )
    return compare(path, array, exact, tolerance)


def _walk_dict(path: str, got: Value, exact: Any, tolerance: Any, compare: Compare) -> Mismatch | None:
    if not isinstance(got, dict):
        return Mismatch(
            sentence=f"{part_name(path)} is {describe(got)}, expected a dict with keys {', '.join(exact)}",
            path=path,
        )
    missing = [key for key in exact if key not in got]
    present = ", ".join(key[:40] for key in sorted(got)[:8]) or "none"
    if missing:
        return Mismatch(
            sentence=f"{part_name(path)} has no key {missing[0]!r}, only {present}",
            path=path,
        )
    parts = (_walk(join(path, key), got[key], exact[key], tolerance[key], compare) for key in exact)
    return next((part for part in parts if part is not None), None)


def _walk_sequence(path: str, got: Value, exact: Any, tolerance: Any, compare: Compare) -> Mismatch | None:
    got = unpacked(got, len(exact))
    if not isinstance(got, list | tuple):
        return Mismatch(
            sentence=f"{part_name(path)} is {describe(got)}, expected {len(exact)} values", path=path
        )
    if len(got) != len(exact):
        return Mismatch(sentence=f"{part_name(path)} has {len(got)} parts, expected {len(exact)}", path=path)
    parts = (_walk(join(path, str(i)), got[i], exact[i], tolerance[i], compare) for i in range(len(exact)))
    return next((part for part in parts if part is not None), None)


def _shapes(path: str, array: Any, exact: Any) -> Mismatch | None:
    wanted = np.shape(exact)
    if array.shape == wanted:
        return None
    return Mismatch(sentence=f"{part_name(path)} has shape {array.shape}, expected {wanted}", path=path)


def _values(path: str, array: Any, exact: Any, tolerance: Any) -> Mismatch | None:
    wrong_shape = _shapes(path, array, exact)
    if wrong_shape is not None:
        return wrong_shape
    with np.errstate(all="ignore"):
        values = array.astype(np.float64)
        error = np.abs(values - exact)
        right = (error <= tolerance) | (values == exact)  # a NaN fails both
    if right.all():
        return None
    index = tuple(int(i) for i in np.argwhere(~right)[0])
    whole = np.issubdtype(np.asarray(exact).dtype, np.integer)
    got, wanted = _said(values[index], whole), _said(exact[index], whole)
    where = f"{part_name(path)}{list(index) if index else ''}"
    off, allowed = float(error[index]), float(tolerance[index])
    return Mismatch(
        sentence=f"{where} = {got}, expected {wanted}", path=path, index=index, error=off, allowed=allowed
    )


def _said(value: Any, whole: bool) -> str:
    """A number as Python writes it; whole ones, where whole ones are wanted, without a point."""
    number = float(value)
    return str(int(number)) if whole and number.is_integer() else repr(number)


def as_array(got: Value) -> Any:
    """The answer as a numeric array, or a few words on what it is instead."""
    if isinstance(got, Tensor):
        got = got.array
    if isinstance(got, bool | int | float | np.generic):
        got = np.asarray(got)
    if isinstance(got, np.ndarray) and got.dtype.kind in _NUMERIC:
        return got
    return describe(got)


def describe(got: Value) -> str:
    """What came back, in a few words."""
    if got is None:
        return "None (is a return missing?)"
    if isinstance(got, Opaque):
        return f"of type {got.type_name}"
    if isinstance(got, np.ndarray):
        return f"an array of {got.dtype}"
    if isinstance(got, list | tuple | dict):
        return f"a {type(got).__name__} of {len(got)}"
    return f"a {type(got).__name__}"


def unpacked(got: Value, length: int) -> Value:
    """An array or tensor of `length` rows as the list of them, since it unpacks like one; all else as is."""
    array = got.array if isinstance(got, Tensor) else got
    if not isinstance(array, np.ndarray) or array.ndim == 0 or len(array) != length:
        return got
    return [array[i, ...] for i in range(length)]


def in_form_of(exact: Any, got: Value) -> Any:
    """An answer that has the parts of `exact` in its dicts and lists: arrays of several numbers unpacked."""
    if isinstance(exact, dict):
        return {name: in_form_of(part, got[name]) for name, part in exact.items()}
    if isinstance(exact, list | tuple):
        parts = zip(exact, unpacked(got, len(exact)), strict=True)
        return type(exact)(in_form_of(part, given) for part, given in parts)
    return got


def alike(one: Value, other: Value) -> bool:
    """Whether two trees are the same to the last bit. Of values that it does not know it says no."""
    kind = type(one)
    if kind is not type(other):
        return False
    if kind is np.ndarray:
        if one.dtype != other.dtype or one.shape != other.shape:
            return False
        return bool(one.tobytes() == other.tobytes())
    if kind in (list, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if kind is dict:
        return one.keys() == other.keys() and all(alike(one[name], other[name]) for name in one)
    return kind in _PLAIN and bool(one == other)


def join(path: str, name: str) -> str:
    """The path of a part."""
    return f"{path}.{name}" if path else name


def at(tree: Any, path: str) -> Any:
    """The part of a tree at a path, or None where it has none. "-1" is the last part of a list."""
    for name in path.split(".") if path else []:
        if isinstance(tree, dict):
            tree = tree.get(name)
        else:
            tree = _item(tree, int(name)) if _INDEX.fullmatch(name) else None
    return tree


def _item(tree: Any, index: int) -> Any:
    """An item of a list or tuple, or a row of an array; None where there is none."""
    array = tree.array if isinstance(tree, Tensor) else tree
    if isinstance(array, np.ndarray) and array.ndim:
        return array[index, ...] if -len(array) <= index < len(array) else None
    if isinstance(array, list | tuple):
        return array[index] if -len(array) <= index < len(array) else None
    return None


def keys(path: str) -> tuple[str | int, ...]:
    """The keys and indices of a path, one after the other."""
    return tuple(int(name) if _INDEX.fullmatch(name) else name for name in path.split(".") if name)


def part_name(path: str) -> str:
    """The part as Python would reach it: answer[0]['b1']."""
    return "answer" + "".join(f"[{key!r}]" for key in keys(path))
