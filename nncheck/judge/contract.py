"""The manners of a function: shapes, dtypes, inputs left alone, the same answer twice."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from nncheck.judge.compare import as_array, at, misshapen, part_name
from nncheck.judge.evidence import Answered, Broken, no_value
from nncheck.records import Tensor, Value
from nncheck.spec.trees import leaves, map_leaves


def keeps_shapes(answers: Iterable[Answered]) -> Broken | None:
    """Any shape goes in and the right shape comes out; the values do not count here."""
    for each in answers:
        broken = no_value(each)
        mismatch = None if broken else misshapen(each.outcome.value, each.case.exact)
        if broken or mismatch:
            return broken or _broken(each, mismatch.sentence if mismatch else "")
    return None


def keeps_dtypes(answers: Sequence[Answered], integers_stay: bool) -> Broken | None:
    """float32 stays float32; whole numbers give the float64 answer of the same numbers as floats."""
    by_name = {each.case.name: each for each in answers}
    narrow = by_name["float32"]
    broken = no_value(narrow) or _dtype_broken(narrow, "float32")
    if broken or "integers" not in by_name:
        return broken
    whole, floats = by_name["integers"], by_name["integers-as-floats"]
    broken = (
        no_value(whole) or no_value(floats) or _dtype_broken(whole, "int64" if integers_stay else "float64")
    )
    return broken or _differs(
        whole, floats.outcome.value, "for whole numbers", "for the same numbers as floats"
    )


def leaves_inputs_alone(answers: Iterable[Answered]) -> Broken | None:
    """No argument is changed by the call."""
    for each in answers:
        after = each.outcome.inputs_after
        broken = no_value(each)
        if broken:
            return broken
        if after is None:
            continue
        ours, theirs = dict(leaves(each.case.arguments)), dict(leaves(_plain(after)))
        if ours.keys() != theirs.keys():
            return _broken(each, "the call added or removed entries of its input")
        for path, before in ours.items():
            now = theirs[path]
            if not _identical(before, now):
                return _broken(
                    each, f"the call changed its input {path or ''}".rstrip(), got=now, expected=before
                )
    return None


def repeats_itself(first: Sequence[Answered], again: Sequence[Answered]) -> Broken | None:
    """The same inputs give the same answer, whatever was called in between."""
    for one, two in zip(first, again, strict=True):
        broken = (
            no_value(one)
            or no_value(two)
            or _differs(two, one.outcome.value, "the second time", "the first time")
        )
        if broken:
            return broken
    return None


def _differs(answered: Answered, other: Value, here: str, there: str) -> Broken | None:
    """Whether two answers that should be one differ by more than both their tolerances."""
    for path, exact in leaves(answered.case.exact):
        ours, theirs = as_array(at(answered.outcome.value, path)), as_array(at(other, path))
        if isinstance(ours, str) or isinstance(theirs, str) or ours.shape != theirs.shape:
            if isinstance(ours, str) and isinstance(theirs, str) and ours == theirs:
                continue
            return _broken(answered, f"the answer {here} is not that {there}", expected=other)
        tolerance = np.broadcast_to(2 * np.asarray(at(answered.case.tolerance, path)), exact.shape)
        if ours.shape != exact.shape:
            tolerance = np.zeros(ours.shape)
        with np.errstate(all="ignore"):
            same = (np.abs(ours.astype(float) - theirs.astype(float)) <= tolerance) | (ours == theirs)
        if not (same | (np.isnan(ours.astype(float)) & np.isnan(theirs.astype(float)))).all():
            return _broken(answered, f"the answer {here} is not that {there}", expected=other)
    return None


def _dtype_broken(answered: Answered, wanted: str) -> Broken | None:
    for path, _ in leaves(answered.case.exact):
        got = at(answered.outcome.value, path)
        if isinstance(got, float) and wanted != "int64":
            continue  # a scalar may be a Python float
        array = as_array(got)
        found = array if isinstance(array, str) else str(array.dtype)
        if found != wanted:
            given = next(
                str(leaf.dtype) for _, leaf in leaves(answered.case.arguments) if isinstance(leaf, np.ndarray)
            )
            sentence = f"{part_name(path)} is {found} for {given} inputs, expected {wanted}"
            return _broken(answered, sentence, expected=_cast(answered.case.exact, wanted))
    return None


def _cast(exact: Any, dtype: str) -> Any:
    return map_leaves(lambda leaf: np.asarray(leaf, dtype=dtype), exact)


def _identical(before: Any, now: Any) -> bool:
    if isinstance(before, np.ndarray):
        return (
            isinstance(now, np.ndarray)
            and before.shape == now.shape
            and np.array_equal(before, now, equal_nan=True)
        )
    return type(before) is type(now) and bool(before == now)


def _plain(tree: Any) -> Any:
    return map_leaves(lambda leaf: leaf.array if isinstance(leaf, Tensor) else leaf, tree)


def _broken(answered: Answered, sentence: str, got: Value = None, expected: Any = None) -> Broken:
    return Broken(
        sentence=sentence,
        arguments=answered.case.arguments,
        got=answered.outcome.value if got is None else got,
        expected=expected,
        why=answered.case.why,
        case=answered.case,
    )
