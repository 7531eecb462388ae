"""A student's curve over the reference, and the error below it: a picture for a report."""

import numpy as np
from matplotlib.figure import Figure

from nncheck.plots.style import BLUE, FAINT, INK, QUIET, VERMILION, styled, svg
from nncheck.records import Array


def comparison(x: Array, got: Array, expected: Array, tolerance: Array | None = None, name: str = "f") -> str:
    """The picture as an <svg> element; all arrays have one shape, and `tolerance` is what is allowed."""
    return svg(comparison_figure(x, got, expected, tolerance, name))


def comparison_figure(
    x: Array, got: Array, expected: Array, tolerance: Array | None = None, name: str = "f"
) -> Figure:
    """The same to be saved. Points of x that are not finite are left out."""
    shown = np.isfinite(x)
    order = np.argsort(x[shown], kind="stable")
    x, got, expected = (np.asarray(each, np.float64)[shown][order] for each in (x, got, expected))
    with styled(6.0, 4.2) as figure:
        above, below = figure.subplots(2, 1, sharex=True, height_ratios=[2, 1])
        above.plot(x, expected, color=INK, linewidth=4.5, alpha=0.22, gid="reference")
        above.plot(x, got, color=VERMILION, linewidth=1.8, gid="yours")
        above.set_title(f"{name}(x)")
        _label(above, x, expected, got)
        with np.errstate(invalid="ignore"):
            error = got - expected
        below.axhline(0, color=FAINT, linewidth=0.8)
        if tolerance is not None:
            allowed = np.asarray(tolerance, np.float64)[shown][order]
            below.fill_between(x, -allowed, allowed, color=BLUE, alpha=0.25, linewidth=0, gid="allowed")
        below.plot(x, error, color=VERMILION, linewidth=1.6, gid="error")
        below.set_title("yours − reference", fontsize=9.5, color=QUIET)
        below.set_xlabel("x", color=QUIET)
        below.locator_params(axis="y", nbins=4)
        return figure


def _label(axes: object, x: Array, expected: Array, got: Array) -> None:
    """Names at the curves' ends, on different sides of each other."""
    ends = [(expected, "reference", QUIET), (got, "yours", VERMILION)]
    last = [curve[np.isfinite(curve)][-1] if np.isfinite(curve).any() else 0.0 for curve, _, _ in ends]
    for (_, text, colour), at, higher in zip(
        ends, last, (last[0] >= last[1], last[0] < last[1]), strict=True
    ):
        axes.annotate(  # type: ignore[attr-defined]
            text, (x[-1] if x.size else 0.0, at), xytext=(6, 5 if higher else -5), textcoords="offset points",
            va="bottom" if higher else "top", color=colour, annotation_clip=False,
        )  # fmt: skip
