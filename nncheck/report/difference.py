"""What came and what should have -> the first part of it that is wrong."""

from typing import Any, TypeGuard

import numpy as np

from nncheck.records import Array, Tensor, Value


def first_difference(got: Value, expected: Value, allowed: float, path: str = "") -> tuple[str, Value, Value]:
    """The path to the first part that differs, and that part of both."""
    pairs: list[tuple[str, Value, Value]] = []
    if _sequence(expected):
        got = _unpacked(got, len(expected))
    if isinstance(got, dict) and isinstance(expected, dict) and got.keys() >= expected.keys():
        pairs = [(f"[{key!r}]", got[key], expected[key]) for key in expected]
    elif _sequence(got) and _sequence(expected) and len(got) == len(expected):
        pairs = [(f"[{i}]", one, other) for i, (one, other) in enumerate(zip(got, expected, strict=True))]
    for bound in (allowed, 0.0):  # the bound of another entry may hide a small error
        for step, one, other in pairs:
            if not same(one, other, bound):
                return first_difference(one, other, allowed, path + step)
    return path, got, expected


def within(got: Value, expected: Value, part: tuple[str | int, ...]) -> tuple[str, Value, Value]:
    """The path to a part, and that part of both; of all of it where one of them has no such part."""
    path, one, other = "", got, expected
    try:
        for key in part:
            one, other, path = _item(one, key), _item(other, key), f"{path}[{key!r}]"
    except (KeyError, IndexError, TypeError, ValueError):
        return "", got, expected
    return path, one, other


def _item(value: Any, key: str | int) -> Value:
    array = value.array if isinstance(value, Tensor) else value
    return array[int(key), ...] if isinstance(array, np.ndarray) else array[key]


def _unpacked(got: Value, length: int) -> Value:
    """An array or tensor of several numbers as the list of them, where it has that length."""
    array = got.array if isinstance(got, Tensor) else got
    if isinstance(array, np.ndarray) and array.ndim and len(array) == length:
        return [array[i, ...] for i in range(length)]
    return got


def same(got: Value, expected: Value, allowed: float) -> bool:
    """Whether `got` has the form of `expected`, and no number in it is further away than `allowed`."""
    if isinstance(got, dict) and isinstance(expected, dict):
        complete = got.keys() >= expected.keys()
        return complete and all(same(got[key], expected[key], allowed) for key in expected)
    if _sequence(expected):
        got = _unpacked(got, len(expected))
    if _sequence(got) and _sequence(expected):
        return len(got) == len(expected) and all(map(same, got, expected, [allowed] * len(got)))
    left, right = numbers(got), numbers(expected)
    if left is None or right is None:
        return left is right and type(got) is type(expected) and bool(got == expected)
    same_kind = left.shape == right.shape and left.dtype == right.dtype
    return same_kind and not too_far(left, right, allowed).any()


def numbers(value: Value) -> Array | None:
    """The value as an array, where it is a number or an array of them."""
    if isinstance(value, Tensor):
        return value.array
    if isinstance(value, np.ndarray):
        return value
    if isinstance(value, (bool, int, float, complex, np.generic)):
        return np.asarray(value)
    return None


def too_far(got: Array, expected: Array, allowed: float) -> Any:
    """Which entries are further apart than allowed; NaN beside NaN and inf beside inf are not."""
    with np.errstate(all="ignore"):
        wide = np.result_type(got.dtype, expected.dtype, np.float64)
        one, other = got.astype(wide), expected.astype(wide)
        equal = (one == other) | (np.isnan(one) & np.isnan(other))
        return ~equal & ~(np.abs(one - other) <= allowed)


def _sequence(value: Value) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    return isinstance(value, (list, tuple))
