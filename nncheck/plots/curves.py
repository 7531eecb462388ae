"""Elementwise formula -> its exact curve and that of its derivative, as numbers and as a picture."""

from math import inf, nan
from typing import Any, NamedTuple

import numpy as np
from matplotlib.figure import Figure

from nncheck.curves import settings
from nncheck.plots.style import BLUE, FAINT, QUIET, VERMILION, styled
from nncheck.records import Array
from nncheck.reference.balls import Interval, Uncertified, certified
from nncheck.reference.trace import trace
from nncheck.spec.derivative import partials
from nncheck.spec.exercise import Function

FROM, TO, POINTS = -6.0, 6.0, 481
_SYMBOLS = {"sigmoid": "σ"}


class Curve(NamedTuple):
    """A function of x and its derivative; NaN where a kink leaves the slope open."""

    x: Array
    value: Array
    slope: Array


def curve(function: Function, others: tuple[Any, ...], low: float = FROM, high: float = TO) -> Curve:
    """Exact values from certified balls, rounded to float64."""
    traced = trace(function.formula, (0.0, *others))
    x, output = traced.inputs[0], traced.outputs[0]
    slope = partials(output, [x])[0]
    fixed = [each for each in others if isinstance(each, float)]
    given = {node.order: each for node, each in zip(traced.inputs[1:], fixed, strict=True)}
    points = np.linspace(low, high, POINTS)
    rows = [_row([output, slope], {**given, x.order: float(at)}) for at in points]
    values, slopes = np.array(rows).T
    return Curve(points, values, slopes)


def _row(outputs: list[Any], inputs: dict[int, Any]) -> list[float]:
    try:
        return [_single(each) for each in certified(outputs, inputs)]
    except Uncertified:
        return [nan, nan]


def _single(interval: Interval) -> float:
    return float(interval.low.mid()) if interval.low.overlaps(interval.high) else nan


def curves_figure(function: Function) -> Figure:
    """The function on the left, its derivative on the right."""
    others = settings(function)
    found = curve(function, others)
    names = list(function.domain)[1:]
    note = ", ".join(f"{name} = {value:g}" for name, value in zip(names, others, strict=True))
    symbol = _SYMBOLS.get(function.name, function.name)
    with styled(6.0, 2.9) as figure:
        left, right = figure.subplots(1, 2)
        _panel(left, found.x, found.value, BLUE, f"{symbol}(x)" + (f",  {note}" if note else ""))
        _panel(right, found.x, found.slope, VERMILION, f"{symbol}′(x)")
        return figure


def _panel(axes: Any, x: Array, y: Array, colour: str, title: str) -> None:
    axes.axhline(0, color=FAINT, linewidth=0.8, zorder=0)
    axes.axvline(0, color=FAINT, linewidth=0.8, zorder=0)
    axes.plot(x, y, color=colour, gid="curve")
    axes.set_title(title, color=colour)
    axes.set_xlabel("x", color=QUIET)
    axes.set_xlim(x[0], x[-1])
    finite = y[np.isfinite(y)]
    low, high = (finite.min(), finite.max()) if finite.size else (-inf, inf)
    room = 0.06 * max(high - low, 0.5)
    axes.set_ylim(low - room, high + room)
    axes.set_xticks(range(int(x[0]), int(x[-1]) + 1, 3))
    axes.locator_params(axis="y", nbins=5)
