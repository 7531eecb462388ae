"""Claims about numbers: number, array, about, count, ranking."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from nncheck.errors import UsageError
from nncheck.reference.balls import Interval
from nncheck.verify.claim import Claim
from nncheck.verify.findings import Verdict
from nncheck.verify.judged import Judged, undecided, worst
from nncheck.verify.mistakes import another_step, explanation
from nncheck.verify.printed import (
    Agreement,
    Printed,
    agreement,
    bounds,
    correct,
    digits_right,
    parse,
    shown,
    significant,
)
from nncheck.verify.quantities import Quantities, hull, span

_LARGE = 10**300  # beyond which a number is about no other
_NEARLY, _LOOSELY = Fraction(1, 100), Fraction(1, 4)  # of the scale: "about 0" is within a hundredth of it


def number(claim: Claim, quantities: Quantities, likely: Sequence[str]) -> Judged:
    """Right when it is the correct rounding of the exact value, or its truncation where that is declared."""
    printed = parse(claim.printed)
    (interval,) = _single(claim, quantities)
    exact = hull(interval)
    actual = shown(exact, max(significant(printed) + 3, 10))
    verdict = of_number(printed, interval, claim.truncated)
    if verdict is Verdict.UNDECIDED:
        return undecided("its value is not known closely enough", actual, claim.printed)
    if verdict is Verdict.TRUE:
        return Judged(
            verdict, _right(printed, interval, claim.truncated), actual, claim.printed, significant(printed)
        )
    right = digits_right(printed, exact)
    reason = _wrong(printed, exact, right, claim.truncated)
    if another := another_step(claim.quantity, printed, quantities):
        return Judged(verdict, f"{reason}; {another}", actual, claim.printed, right)
    mistake = explanation(claim.quantity, [printed], quantities, likely)
    return Judged(verdict, reason, actual, claim.printed, right, mistake)


def of_number(printed: Printed, interval: Interval, truncated: bool) -> Verdict:
    """The verdict on one number; at a kink every subgradient is right."""
    exact = hull(interval)
    found = agreement(printed, exact, truncated)
    if found is (Agreement.TRUNCATION if truncated else Agreement.ROUNDING):
        return Verdict.TRUE
    if found is Agreement.UNDECIDED and interval.low is not interval.high:
        low, high = span(interval)
        inside = low - printed.unit / 2 <= printed.value <= high + printed.unit / 2
        return Verdict.TRUE if inside else Verdict.FALSE
    return Verdict.UNDECIDED if found is Agreement.UNDECIDED else Verdict.FALSE


def array(claim: Claim, quantities: Quantities, likely: Sequence[str]) -> Judged:
    """True when every number printed is right."""
    texts = np.asarray(_rows(claim), dtype=object)
    graphs = quantities.graphs(claim.quantity)
    intervals = quantities.intervals(list(graphs.flat))
    printed = [parse(text) for text in texts.flat]
    digits = max((significant(each) for each in printed), default=1)
    exact = _nested(graphs.shape, [shown(hull(each), max(digits + 2, 5)) for each in intervals])
    quoted = _nested(texts.shape, [each.text for each in printed])
    if _squeezed(texts.shape) != _squeezed(graphs.shape):
        reason = f"its shape is {graphs.shape}, that of the printed numbers {texts.shape}"
        return Judged(Verdict.FALSE, reason, exact, quoted)
    verdicts = [of_number(*pair, claim.truncated) for pair in zip(printed, intervals, strict=True)]
    wrong = [index for index, each in enumerate(verdicts) if each is Verdict.FALSE]
    if not wrong:
        return Judged(worst(verdicts), _all_right(verdicts, claim.truncated), exact, quoted)
    first = wrong[0]
    reason = (
        f"{_share(len(wrong), len(printed))} {'is' if len(wrong) == 1 else 'are'} wrong, the first at"
        f" [{', '.join(str(int(i)) for i in np.unravel_index(first, texts.shape))}]: it is"
        f" {correct(printed[first], hull(intervals[first]))}{_total_remark(printed, intervals)}"
    )
    mistake = explanation(claim.quantity, printed, quantities, likely)
    return Judged(Verdict.FALSE, reason, exact, quoted, None, mistake)


def about(claim: Claim, quantities: Quantities) -> Judged:
    """True within a hundredth of the scale, imprecise within a quarter of it."""
    (interval,) = _single(claim, quantities)
    target = parse(claim.printed).value
    scale = abs(target)
    if claim.scale:
        (beside_it,) = quantities.intervals([quantities.single(claim.scale)])
        scale = max(abs(each) for each in span(beside_it))
    if scale == 0:
        raise UsageError("a number about 0 needs a 'scale' beside which it is small")
    low, high = bounds(hull(interval))
    nearest = 0 if low <= target <= high else min(abs(low - target), abs(high - target))
    farthest = max(abs(low - target), abs(high - target))
    actual = shown(hull(interval))
    beside = claim.scale or claim.printed
    share = shown(farthest / scale * 100, 2)
    known = f"{share} % of {beside}" if low > target or high < target else f"less than {shown(farthest, 1)}"
    remark = _rounded_remark(hull(interval), target)
    reason = f"it is {actual}, which is {known} away from {claim.printed}{remark}"
    if farthest <= _NEARLY * scale:
        return Judged(Verdict.TRUE, reason, actual, claim.printed)
    if nearest > _LOOSELY * scale:
        return Judged(Verdict.FALSE, reason, actual, claim.printed)
    if nearest > _NEARLY * scale and farthest <= _LOOSELY * scale:
        return Judged(Verdict.IMPRECISE, f"loose: {reason}", actual, claim.printed)
    return undecided(reason, actual, claim.printed)


def count(claim: Claim, quantities: Quantities) -> Judged:
    """True when it is exactly this whole number."""
    printed = parse(claim.printed)
    (interval,) = _single(claim, quantities)
    low, high = bounds(hull(interval))
    actual = shown(hull(interval), 20)
    if printed.value < low or printed.value > high:
        return Judged(Verdict.FALSE, f"there are {actual}", actual, claim.printed)
    if low == high:
        return Judged(Verdict.TRUE, f"there are {actual}", actual, claim.printed)
    return undecided("it is not known to be a whole number", actual, claim.printed)


def _single(claim: Claim, quantities: Quantities) -> list[Interval]:
    if not isinstance(claim.printed, str):
        raise UsageError("printed is a single number here")
    return quantities.intervals([quantities.single(claim.quantity)])


def _right(printed: Printed, interval: Interval, truncated: bool) -> str:
    if interval.low is not interval.high:
        low, high = span(interval)
        return f"it is any number from {shown(low)} to {shown(high)} there"
    exact = hull(interval)
    low, high = bounds(exact)
    if low == high == printed.value:
        return "it is exactly that"
    return (
        f"it is {shown(exact, significant(printed) + 3)}, {'cut off' if truncated else 'correctly rounded'}"
    )


def _wrong(printed: Printed, exact: Any, right: int, truncated: bool) -> str:
    if truncated:
        return f"cut off there it is {_cut(printed, exact)}"
    proper = correct(printed, exact)
    if agreement(printed, exact) is Agreement.TRUNCATION:
        return f"it is cut off, not rounded; rounded it is {proper}"
    if abs(parse(proper).value - printed.value) == printed.unit:
        return f"the last digit is off by one: it is {proper}"
    verb = "is" if right == 1 else "are"
    return f"{right or 'none'} of its {significant(printed)} digits {verb} right: it is {proper}"


def _cut(printed: Printed, exact: Any) -> str:
    """The truncation, in the format of what is printed."""
    low, high = bounds(exact)
    middle = (low + high) / 2
    cut = Fraction(int(middle / printed.unit)) * printed.unit
    return correct(printed, cut)


def _all_right(verdicts: list[Verdict], truncated: bool) -> str:
    if Verdict.UNDECIDED in verdicts:
        return f"{verdicts.count(Verdict.UNDECIDED)} of the numbers are not known closely enough"
    count = len(verdicts)
    return f"{_share(count, count)} are {'cut off as declared' if truncated else 'correctly rounded'}"


def _share(part: int, count: int) -> str:
    """How many of some numbers, in words."""
    if part < count:
        return f"{part} of the {count} numbers"
    return {1: "the number", 2: "both numbers"}.get(count, f"all {count} numbers")


def _total_remark(printed: list[Printed], intervals: list[Interval]) -> str:
    """Wrong probabilities often do not add up to 1, which anybody can check."""
    exact = sum(hull(each) for each in intervals)
    total = sum((each.value for each in printed), Fraction(0))
    slack = sum((each.unit / 2 for each in printed), Fraction(0))
    if len(printed) < 2 or not exact.contains(1) or abs(total - 1) <= slack:
        return ""
    return f"; those printed add up to {shown(total)}, not to 1"


def _rounded_remark(exact: Any, target: Fraction) -> str:
    """Whether floating point cannot tell it from the number that it is about."""
    low, high = bounds(exact)
    if low == high == target or abs(low) > _LARGE:
        return ""
    middle = float((low + high) / 2)
    names = [
        name
        for name, rounded in (("float32", float(np.float32(middle))), ("float64", middle))
        if rounded == float(target)
    ]
    return (
        f"; {' and '.join(names)} round{'s' * (len(names) == 1)} it to exactly {shown(target)}"
        if names
        else ""
    )


def _rows(claim: Claim) -> Any:
    rows = claim.printed if isinstance(claim.printed, list) else [claim.printed]
    texts = _as_texts(rows)
    if not isinstance(texts, np.ndarray):
        raise UsageError("the rows of what is printed differ in length")
    return texts


def _as_texts(value: Any) -> Any:
    """Nested lists of text as an array of text, a list where the rows differ."""
    if not isinstance(value, list):
        return value
    rows = [_as_texts(each) for each in value]
    if all(isinstance(each, str) for each in rows):
        return np.array(rows, dtype=object)
    if not all(isinstance(each, np.ndarray) for each in rows) or len({each.shape for each in rows}) > 1:
        return rows
    return np.stack(rows)


def _squeezed(shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(size for size in shape if size != 1)


def _nested(shape: tuple[int, ...], texts: list[str]) -> str:
    """Numbers as nested lists are printed."""
    if not shape:
        return texts[0]
    step = len(texts) // shape[0] if shape[0] else 0
    parts = [_nested(shape[1:], texts[i * step : (i + 1) * step]) for i in range(shape[0])]
    return f"[{', '.join(parts)}]"
