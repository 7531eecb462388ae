"""Scores -> how many submissions have how much, and the few numbers that sum them up."""

from collections.abc import Sequence
from statistics import fmean, median

from nncheck.records import Record

WIDTH = 10  # percent
FULL = 100 - 1e-9


class Bin(Record, frozen=True, kw_only=True):
    """Scores from one number to the next, out of 100; full marks have a range of their own."""

    label: str  # "10+" for 10 up to, but without, 20
    count: int


class Distribution(Record, frozen=True, kw_only=True):
    """The scores of a class, out of 100."""

    bins: tuple[Bin, ...]
    mean: float
    median: float


def distribution(scores: Sequence[float]) -> Distribution:
    """That of scores out of 100."""
    labels = [f"{start}+" for start in range(0, 100, WIDTH)] + ["100"]
    counts = [0] * len(labels)
    for score in scores:
        counts[-1 if score >= FULL else int(max(score, 0) // WIDTH)] += 1
    bins = (Bin(label=label, count=count) for label, count in zip(labels, counts, strict=True))
    return Distribution(
        bins=tuple(bins),
        mean=fmean(scores) if scores else 0.0,
        median=median(scores) if scores else 0.0,
    )
