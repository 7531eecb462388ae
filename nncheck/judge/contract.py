"""The manners of a function: shapes, dtypes, inputs left alone, the same answer twice."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from nncheck.judge.compare import alike, as_array, at, misshapen, part_name
from nncheck.judge.evidence import Answered, Broken, no_value
from nncheck.judge.steps import handed_over
from nncheck.records import Opaque, Random, Tensor, Value
from nncheck.spec.exercise import Function
from nncheck.spec.trees import leaves, map_leaves

_LONGEST_DEVICE = 20  # characters of its name, which a worker tells
_AGAIN = ("the second time", "the first time")
_BETWEEN = ("between steps of another parameter", "without them")  # but for the first one, asked at once


def keeps_shapes(answers: Iterable[Answered]) -> Broken | None:
    """Any shape goes in and the right shape comes out; the values do not count here."""
    for each in answers:
        if each.shaped:
            continue
        broken = no_value(each)
        mismatch = None if broken else misshapen(each.outcome.value, each.case.exact)
        if broken:
            return broken
        if mismatch:
            return _broken(each, mismatch.sentence, expected=each.case.exact, path=mismatch.path)
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


def has_dtypes(answers: Iterable[Answered], on_torch: bool) -> Broken | None:
    """Numbers that come from no array, or by chance, have the type of `exact`, or torch's default."""
    for each in answers:
        broken = no_value(each) or _type_broken(each, on_torch)
        if broken:
            return broken
    return None


def _type_broken(answered: Answered, on_torch: bool) -> Broken | None:
    arrays = [leaf for _, leaf in leaves(answered.case.arguments) if isinstance(leaf, np.ndarray)]
    wanted = str(answered.case.exact.dtype)
    if on_torch and wanted == "float64" and all(str(leaf.dtype) != "float64" for leaf in arrays):
        wanted = "float32"
    got = answered.outcome.value
    if isinstance(got, float) and answered.case.exact.ndim == 0:
        return None  # a scalar may be a Python float
    array = as_array(got)
    found = array if isinstance(array, str) else str(array.dtype)
    if found == wanted:
        return None
    given = f" for {arrays[0].dtype} inputs" if arrays else ""
    return _broken(answered, f"answer is {found}{given}, expected {wanted}")


def leaves_inputs_alone(answers: Iterable[Answered], function: Function | None = None) -> Broken | None:
    """No argument is changed by the call; nor by any step, where the function is called step by step."""
    steps = function.steps if function else None
    for each in answers:
        after = each.outcome.inputs_after
        broken = no_value(each)
        if broken:
            return broken
        if after is None:
            continue
        given = each.case.arguments
        if steps:
            given = handed_over(given, each.outcome.value, steps)
        if alike(given, after):
            continue
        ours, theirs = dict(leaves(given)), dict(leaves(_plain(after)))
        if ours.keys() != theirs.keys():
            return _broken(each, "the call added or removed entries of its input")
        for path, before in ours.items():
            if isinstance(before, Random):
                continue
            now = theirs[path]
            if not _identical(before, now):
                sentence = _changed(path, function if steps else None)
                return _broken(each, sentence, got=now, expected=before)
    return None


def keeps_device(answers: Iterable[Answered], device: str) -> Broken | None:
    """Every tensor in an answer is on the device of the arguments; what is no tensor is on none."""
    for each in answers:
        for path, leaf in leaves(each.outcome.value):
            found = leaf.device.partition(":")[0][:_LONGEST_DEVICE] if isinstance(leaf, Tensor) else device
            if found != device:
                return _broken(each, f"{part_name(path)} is on {found}, the arguments are on {device}")
    return None


def repeats_itself(
    first: Sequence[Answered], again: Sequence[Answered], function: Function | None = None
) -> Broken | None:
    """The same inputs give the same answer, whatever was called in between."""
    by_steps = function is not None and function.steps is not None
    for number, (one, two) in enumerate(zip(first, again, strict=True)):
        here, there = _BETWEEN if by_steps and number else _AGAIN
        broken = no_value(one) or no_value(two) or _differs(two, one.outcome.value, here, there)
        if broken:
            return broken
    return None


def _changed(path: str, function: Function | None) -> str:
    place, _, step = path.partition(".")
    if function is None or not step:
        return f"the call changed its input {path}".rstrip()
    return f"step {int(step) + 1} changed its input {list(function.parameters)[int(place)]}"


def _differs(answered: Answered, other: Value, here: str, there: str) -> Broken | None:
    """Whether two answers that should be one differ by more than both their tolerances."""
    if alike(answered.outcome.value, other):
        return None
    for path, exact in leaves(answered.case.exact):
        ours, theirs = as_array(at(answered.outcome.value, path)), as_array(at(other, path))
        if isinstance(ours, str) or isinstance(theirs, str) or ours.shape != theirs.shape:
            if isinstance(ours, str) and isinstance(theirs, str) and ours == theirs:
                continue
            return _broken(answered, f"the answer {here} is not that {there}", expected=other, path=path)
        tolerance = np.broadcast_to(2 * np.asarray(at(answered.case.tolerance, path)), exact.shape)
        if ours.shape != exact.shape:
            tolerance = np.zeros(ours.shape)
        with np.errstate(all="ignore"):
            same = (np.abs(ours.astype(float) - theirs.astype(float)) <= tolerance) | (ours == theirs)
        if not (same | (np.isnan(ours.astype(float)) & np.isnan(theirs.astype(float)))).all():
            return _broken(answered, f"the answer {here} is not that {there}", expected=other, path=path)
    return None


def _dtype_broken(answered: Answered, wanted: str) -> Broken | None:
    if isinstance(answered.outcome.value, Opaque):
        return _broken(answered, f"answer is {as_array(answered.outcome.value)}")
    for path, _ in leaves(answered.case.exact):
        got = at(answered.outcome.value, path)
        if type(got) is np.ndarray and got.dtype == wanted:
            continue
        if wanted != "int64" and (isinstance(got, float) or _kept_in_floats(answered, path)):
            continue  # a scalar may be a Python float
        array = as_array(got)
        found = array if isinstance(array, str) else str(array.dtype)
        if found != wanted:
            given = next(
                str(leaf.dtype) for _, leaf in leaves(answered.case.arguments) if isinstance(leaf, np.ndarray)
            )
            sentence = f"{part_name(path)} is {found} for {given} inputs, expected {wanted}"
            return _broken(answered, sentence, expected=_cast(answered.case.exact, wanted), path=path)
    return None


def _kept_in_floats(answered: Answered, path: str) -> bool:
    """Whether a list of scalars came as an array of Python's floats, which np.zeros(epochs) makes."""
    above = path.rpartition(".")[0]
    kept = at(answered.outcome.value, above)
    listed = isinstance(at(answered.case.exact, above), list) and np.ndim(at(answered.case.exact, path)) == 0
    return listed and isinstance(kept, np.ndarray) and kept.dtype == np.float64


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


def _broken(
    answered: Answered, sentence: str, got: Value = None, expected: Any = None, path: str = ""
) -> Broken:
    return Broken(
        sentence=sentence,
        arguments=answered.case.arguments,
        got=answered.outcome.value if got is None else got,
        expected=expected,
        path=path,
        why=answered.case.why,
        case=answered.case,
    )
