"""A layered network's answer beside the right one -> each of its numbers, right or wrong, in their order."""

import re
from collections.abc import Iterator, Mapping

import numpy as np

from nncheck.records import Array, Counterexample, Record, Value
from nncheck.report.difference import numbers

ROUNDING = {"float32": 1e-5}  # what is excused where the check names no tolerance
DIGITS = range(4, 18)
REAL = "biuf"  # kinds of numbers
_PARAMETER, _VALUE = re.compile(r"([Wb])([1-9])"), re.compile(r"([za])([1-9])")
_ORDERS = {"value": (1, "za"), "gradient": (-1, "bW"), "step": (-1, "Wb")}  # a bias's gradient is delta


class Entry(Record, frozen=True, kw_only=True):
    """One number of the answer. `first` is the first wrong one in the order in which they are computed."""

    name: str
    got: str
    expected: str
    right: bool
    first: bool = False


def parts(answer: Value) -> dict[str, Value]:
    """What was answered, by name: z1, a1, W1, b1. A list of matrices is W1, W2, ...; a pair is its dict."""
    if isinstance(answer, list | tuple) and answer and isinstance(answer[0], dict):
        answer = answer[0]
    if isinstance(answer, list | tuple):
        return {f"W{number}": each for number, each in enumerate(answer, 1)}
    if not isinstance(answer, dict):
        return {}
    return {
        name: each for name, each in answer.items() if _PARAMETER.fullmatch(name) or _VALUE.fullmatch(name)
    }


def _fitting(given: Value, wanted: Array) -> Array | None:
    """The part as an array of real numbers of the right shape, where it is one."""
    array = numbers(given)
    fits = array is not None and array.shape == wanted.shape and array.dtype.kind in REAL
    return array if fits else None


class Judged:
    """Every number of an answer beside the right one."""

    def __init__(self, got: Mapping[str, Value], expected: Mapping[str, Value], found: Counterexample):
        self._stepped = "lr" in found.inputs
        self.allowed = found.allowed or 0.0
        self.wanted = {name: array for name, each in expected.items() if (array := numbers(each)) is not None}
        self.got = {name: _fitting(got.get(name), wanted) for name, wanted in self.wanted.items()}
        self.row = next((row for name in self._order() for row in self._wrong_rows(name)), 0)
        self.entries: dict[tuple[str, tuple[int, ...]], Entry] = {}
        for name in self._order():
            self._judge(name)

    @property
    def what(self) -> str:
        """What was answered: values, gradients, or weights after a step."""
        if any(map(_VALUE.fullmatch, self.wanted)):
            return "value"
        return "step" if self._stepped else "gradient"

    def _order(self) -> list[str]:
        """Names in the order in which they are computed: values forwards, gradients backwards."""
        step, order = _ORDERS[self.what]
        names = [name for name in self.wanted if name[0] in order]
        return sorted(names, key=lambda name: (step * int(name[1:]), order.index(name[0])))

    def _right(self, name: str) -> Array:
        got, wanted = self.got[name], self.wanted[name]
        if got is None:
            return np.zeros(wanted.shape, bool)
        bound = max(self.allowed, ROUNDING.get(str(got.dtype), 1e-9))
        with np.errstate(all="ignore"):
            return np.asarray(np.abs(got - wanted) <= bound * np.maximum(1.0, np.abs(wanted)))

    def _wrong_rows(self, name: str) -> Iterator[int]:
        """The samples of which a value is wrong."""
        if self.what == "value":
            yield from np.flatnonzero(~np.atleast_2d(self._right(name)).all(axis=-1)).tolist()

    def _judge(self, name: str) -> None:
        wanted, got, right = self.wanted[name], self.got[name], self._right(name)
        for index in np.ndindex(wanted.shape):
            if self.what == "value" and wanted.ndim == 2 and index[0] != self.row:
                continue
            one, other = shown(
                None if got is None else float(got[index]), float(wanted[index]), bool(right[index])
            )
            known = any(not each.right for each in self.entries.values())
            wrong = not right[index]
            self.entries[name, index] = Entry(
                name=f"{name}[{', '.join(map(str, index))}]", got=one, expected=other,
                right=not wrong, first=wrong and not known,
            )  # fmt: skip

    def at(self, name: str, *index: int) -> Entry | None:
        """The number at a place; of values of several samples, that of the sample that is drawn."""
        wanted = self.wanted.get(name)
        by_sample = self.what == "value" and wanted is not None and wanted.ndim == 2
        place = (self.row, *index) if by_sample else index
        return self.entries.get((name, place))


def shown(got: float | None, expected: float | None = None, alike: bool = True) -> tuple[str, str]:
    """Two numbers with four digits, or as many more as tell them apart where they are not alike."""
    pair = ("–", "–")
    for digits in DIGITS:
        pair = tuple("–" if each is None else f"{each:.{digits}g}" for each in (got, expected))  # type: ignore[assignment]
        if alike or pair[0] != pair[1]:
            break
    return pair[0].replace("-", "−"), pair[1].replace("-", "−")
