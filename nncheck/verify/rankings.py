"""Claims about which of several numbers is the largest, the middle or the smallest one."""

from typing import Any

from nncheck.errors import UsageError
from nncheck.verify.claim import Claim
from nncheck.verify.findings import Verdict
from nncheck.verify.judged import Judged, undecided, worst
from nncheck.verify.printed import bounds
from nncheck.verify.quantities import Quantities, hull


def ranking(claim: Claim, quantities: Quantities) -> Judged:
    """`printed` names the largest, the smallest or the middle one, by label or by place from 0."""
    if not isinstance(claim.printed, dict) or not set(claim.printed) <= {"largest", "middle", "smallest"}:
        raise UsageError('printed is a table such as {largest = "j", smallest = "b"}')
    graphs = quantities.graphs(claim.quantity)
    if graphs.ndim != 1:
        raise UsageError(f"a ranking is one of a list of numbers, and this has the shape {graphs.shape}")
    values = [hull(each) for each in quantities.intervals(list(graphs))]
    labels = _labels(claim, len(values))
    judged = [
        _rank(what, labels.index(_known(label, labels)), values, labels)
        for what, label in claim.printed.items()
    ]
    return Judged(
        worst(each.verdict for each in judged),
        "; ".join(each.reason for each in judged),
        ", ".join(each.actual for each in judged),
        ", ".join(f"{what} {label}" for what, label in claim.printed.items()),
    )


def _rank(what: str, place: int, values: list[Any], labels: list[str]) -> Judged:
    """Whether an entry has the rank that `what` says; equal entries share their ranks."""
    value = values[place]
    others = [each for index, each in enumerate(values) if index != place]
    first = 1 + sum(bool(each > value) for each in others)  # its rank is one from first to last
    last = len(values) - sum(bool(each < value) for each in others)
    sure = all(each > value or each < value or _same(each, value) for each in others)
    order = sorted(range(len(values)), key=lambda index: -values[index].mid())
    ranks = {"largest": [1], "smallest": [len(values)], "middle": _middle(len(values))}[what]
    actual = f"{what} {' or '.join(labels[order[rank - 1]] for rank in ranks)}"
    if any(first <= rank <= last for rank in ranks):
        if sure:
            return Judged(Verdict.TRUE, f"the {what} is {labels[place]}", actual)
        return undecided(f"what {labels[place]} is compared with is too near to it to tell", actual)
    between = what == "middle" and first > 1 and last < len(values)
    reason = f"from the largest to the smallest, {labels[place]} is number {first} of {len(values)}"
    return Judged(Verdict.IMPRECISE if between else Verdict.FALSE, reason, actual)


def _same(one: Any, other: Any) -> bool:
    """Whether two numbers are known to be equal: both are known exactly."""
    return bounds(one) == bounds(other) and bounds(one)[0] == bounds(one)[1]


def _middle(count: int) -> list[int]:
    return [(count + 1) // 2] if count % 2 else [count // 2, count // 2 + 1]


def _labels(claim: Claim, count: int) -> list[str]:
    if not claim.labels:
        return [str(index) for index in range(count)]
    labels = [each.strip() for each in claim.labels.split(",")] if "," in claim.labels else list(claim.labels)
    if len(labels) != count or len(set(labels)) != count:
        raise UsageError(f"{len(labels)} labels for {count} numbers")
    return labels


def _known(label: str, labels: list[str]) -> str:
    if label not in labels:
        raise UsageError(f"{label!r} is none of the labels {', '.join(labels)}")
    return label
