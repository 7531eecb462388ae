"""Numbers drawn by a law of an initializer, against the density that they come from."""

from math import pi, sqrt

import numpy as np
from matplotlib.figure import Figure

from nncheck.plots.style import FAINT, QUIET, VERMILION, styled
from nncheck.records import Array
from nncheck.spec.law import Continuous, Uniform

SEED, BINS = 0, 40


def density(law: Continuous, at: Array) -> Array:
    """The density of the law at some points."""
    if isinstance(law, Uniform):
        inside = (at >= law.low) & (at <= law.high)
        return np.where(inside, 1 / (law.high - law.low), 0.0)
    bell: Array = np.exp(-(((at - law.mean) / law.std) ** 2) / 2) / (law.std * sqrt(2 * pi))
    return bell


def drawn_from(law: Continuous) -> Array:
    """As many numbers as the law's shape has, from a generator of a fixed seed."""
    rng = np.random.default_rng(SEED)
    if isinstance(law, Uniform):
        return rng.uniform(law.low, law.high, law.shape).ravel()
    return rng.normal(law.mean, law.std, law.shape).ravel()


def histogram_figure(law: Continuous, title: str) -> Figure:
    """Bars for the numbers, a line for the density, and what its width is."""
    numbers = drawn_from(law)
    if isinstance(law, Uniform):
        reach, named = 1.25 * law.scale, f"uniform from {law.low:.4g} to {law.high:.4g}"
    else:
        reach, named = 4 * law.scale, f"normal, standard deviation {law.std:.4g}"
    x = np.linspace(law.centre - reach, law.centre + reach, 801)
    with styled(6.0, 3.2) as figure:
        axes = figure.subplots()
        axes.hist(numbers, bins=BINS, range=(x[0], x[-1]), density=True, color=FAINT, gid="drawn")
        axes.plot(x, density(law, x), color=VERMILION, gid="density")
        axes.set_title(title)
        axes.set_title(named.replace("-", "−"), loc="right", color=VERMILION)
        axes.set_xlabel(f"{numbers.size:,} weights of shape {law.shape[0]} × {law.shape[1]}", color=QUIET)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        axes.set_xlim(x[0], x[-1])
        return figure
