"""A curve and its reference -> what a picture of it needs: paths, ticks, and a sentence that says the same.

Above are the values, below the error in units in the last place (ULPs), on a logarithmic scale.
"""

from collections.abc import Iterator
from math import floor, log10

import numpy as np

from nncheck.records import Array, Curve, Record, Value

LEFT, RIGHT, WIDTH = 44.0, 560.0, 640.0
TOP, MIDDLE, LOW, BOTTOM = 24.0, 236.0, 286.0, 386.0  # of the two panels
HIGHEST = 16.0  # powers of ten: no error is more than 2^53 units of the larger of two numbers
POWERS = (0, 4, 8, 12, 16)
MOST_TICKS = 5
STEPS = (1, 2, 3, 5, 10)


class Tick(Record, frozen=True, kw_only=True):
    """A place on an axis and what is written there; `power` is raised above it."""

    at: float
    text: str
    power: str = ""


class Picture(Record, frozen=True, kw_only=True):
    """Both panels in their coordinates, and numbers for the words below them."""

    reference: str
    yours: str
    error: str
    allowed: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    errors_up: tuple[Tick, ...]
    reference_end: float
    yours_end: float
    points: int
    wrong: int
    not_finite: int
    largest: float
    largest_at: float
    settings: str


def picture(curve: Curve) -> Picture:
    """Everything that is drawn and said."""
    x, got, expected = curve.x, curve.got, curve.expected
    with np.errstate(all="ignore"):
        off, unit = np.abs(got - expected), units(got, expected)
        error = np.where(np.isfinite(got), np.clip(off / unit, 0, 10**HIGHEST), np.nan)
        allowed = np.clip(curve.allowed / unit, 0, 10**HIGHEST)
        wrong = ~(off <= curve.allowed)
    low, high = _range(got, expected)
    across = _Scale(float(x[0]), float(x[-1]), LEFT, RIGHT)
    up, errors_up = _Scale(low, high, MIDDLE, TOP), _Scale(0.0, HIGHEST, BOTTOM, LOW)
    worst = int(np.nanargmax(error)) if np.isfinite(error).any() else 0
    ends = _apart(up(_last(expected, low)), up(_last(got, high)))
    return Picture(
        reference=_path(across(x), up(expected)),
        yours=_path(across(x), up(got)),
        error=_path(across(x), errors_up(_logarithm(error))),
        allowed=_area(across(x), errors_up(_logarithm(allowed))),
        across=tuple(_ticks(across)),
        up=tuple(_ticks(up)),
        errors_up=tuple(_powers(errors_up)),
        reference_end=ends[0],
        yours_end=ends[1],
        points=len(x),
        wrong=int(wrong.sum()),
        not_finite=int((~np.isfinite(got)).sum()),
        largest=float(np.nan_to_num(error[worst])),
        largest_at=float(x[worst]),
        settings=", ".join(f"{name} = {_said(value)}" for name, value in curve.settings.items()),
    )


def _said(value: Value) -> str:
    """A setting: a number, or a word."""
    return f"{value:g}" if isinstance(value, int | float) else f"{value}"


def units(got: Array, expected: Array) -> Array:
    """The distance between neighbouring numbers at the larger of two."""
    larger = np.fmax(np.abs(got), np.abs(expected))
    return np.asarray(np.spacing(np.where(np.isfinite(larger), larger, np.abs(expected))))


class _Scale:
    """Numbers of one axis -> places in the picture."""

    def __init__(self, low: float, high: float, start: float, end: float):
        self.low, self.high, self._start = low, high, start
        self._factor = (end - start) / (high - low)

    def __call__(self, values: Array | float) -> Array:
        reach = self.high - self.low  # what is far outside would be cut off in any case
        inside = np.clip(values, self.low - reach, self.high + reach)
        return np.asarray(self._start + (inside - self.low) * self._factor)


def _range(got: Array, expected: Array) -> tuple[float, float]:
    """The values shown: all of the reference, and of the other curve as much as it needs again each way."""
    low, high = float(expected.min()), float(expected.max())
    room = max(high - low, 0.5)
    finite = got[np.isfinite(got)]
    if finite.size:
        low, high = max(low - room, min(low, finite.min())), min(high + room, max(high, finite.max()))
    return low - 0.06 * room, high + 0.06 * room


def _last(values: Array, otherwise: float) -> float:
    finite = values[np.isfinite(values)]
    return float(finite[-1]) if finite.size else otherwise


def _apart(reference: Array, yours: Array) -> tuple[float, float]:
    """Where the two names stand: beside the ends, inside the panel, and not on each other."""
    one, other = (float(np.clip(each, TOP + 4, MIDDLE - 4)) for each in (reference, yours))
    gap = 16 - abs(one - other)
    if gap > 0:
        step = gap / 2 if one > other else -gap / 2
        one, other = one + step, other - step
    return round(one + 4, 1), round(other + 4, 1)


def _logarithm(values: Array) -> Array:
    return np.asarray(np.log10(1 + values))


def _path(x: Array, y: Array) -> str:
    """A line through all places, broken where there is no number."""
    parts, pen = [], "M"
    for across, up in zip(x, y, strict=True):
        if not np.isfinite(up):
            pen = "M"
            continue
        parts.append(f"{pen}{across:.1f} {up:.1f}")
        pen = "L"
    return "".join(parts)


def _area(x: Array, y: Array) -> str:
    """What lies below a line."""
    return f"M{x[0]:.1f} {BOTTOM:.1f}" + _path(x, y).replace("M", "L") + f"L{x[-1]:.1f} {BOTTOM:.1f}Z"


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """A few round numbers."""
    rough = (scale.high - scale.low) / MOST_TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * each for each in STEPS if power * each >= rough)
    for count in range(int(np.ceil(scale.low / step)), int(np.floor(scale.high / step)) + 1):
        yield Tick(at=_place(scale, count * step), text=f"{count * step:.6g}".replace("-", "−"))


def _powers(scale: _Scale) -> Iterator[Tick]:
    for power in POWERS:
        at = _place(scale, log10(1 + 10.0**power))
        yield Tick(at=at, text="10" if power else "1", power=str(power) if power else "")


def _place(scale: _Scale, value: float) -> float:
    return round(float(scale(value)), 1)
