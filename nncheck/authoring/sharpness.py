"""Cases -> those that would let a wrong digit pass, and properties that the exact answers do not have."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from nncheck.cases.bundle import Case, PropertyCase
from nncheck.judge.compare import at
from nncheck.judge.evidence import Answered
from nncheck.judge.reference import agrees
from nncheck.records import Outcome, OutcomeKind
from nncheck.reference.answer import SMALLEST
from nncheck.reference.balls import Uncertified, certified
from nncheck.reference.trace import numbers, trace
from nncheck.spec.exercise import Function
from nncheck.spec.trees import leaves, map_leaves

GROUPS = ("values", "values_float32", "worked", "stability")
DETECTABLE = {"float64": 1e-6, "float32": 1e-2}  # of the scale of an entry: this error must be seen


def blunt(function: Function, cases: tuple[Case, ...]) -> Iterator[str]:
    """Of each case that accepts a detectably wrong entry, one sentence about the first such entry."""
    for case in cases:
        if case.group in GROUPS:
            place = next(
                (place for place in _places(case) if _accepts_an_error(function, case, *place)), None
            )
            if place is not None:
                yield _sentence(case, *place)


def false_properties(cases: tuple[PropertyCase, ...]) -> Iterator[str]:
    """One sentence for each property that exact answers miss by more than a finite difference does."""
    for case in cases:
        answers = [np.max(np.abs(leaf), initial=0.0) for each in case.asked for _, leaf in leaves(each.exact)]
        gap = float(np.max(case.residual, initial=0.0))
        if not gap <= DETECTABLE["float64"] * max(answers, default=0.0):
            yield f"exact answers do not have the property {case.property!r}: off by {gap:.2g}; correct it"


def _places(case: Case) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Path and index of every entry of the answer that has a scale."""
    smallest = SMALLEST[_dtype(case)] / DETECTABLE[_dtype(case)]
    for path, scale in leaves(case.scale):
        yield from ((path, index) for index in np.ndindex(scale.shape) if scale[index] > smallest)


def _accepts_an_error(function: Function, case: Case, path: str, index: tuple[int, ...]) -> bool:
    if not _accepts(case, path, index, _off(case, path, index, 0.0)):
        return False
    # At a kink every subgradient is right, so the error must show beyond their interval.
    half_width = _half_width(function, case, path, index)
    return half_width == 0 or _accepts(case, path, index, _off(case, path, index, half_width))


def _off(case: Case, path: str, index: tuple[int, ...], further: float) -> float:
    """The exact entry with the error that must be seen; for an infinite one, the finite number next to it."""
    exact, scale = float(at(case.exact, path)[index]), float(at(case.scale, path)[index])
    if not np.isfinite(exact):
        return float(np.nextafter(exact, 0.0))
    error = further + DETECTABLE[_dtype(case)] * scale
    return exact - error if exact > 0 else exact + error  # towards 0, so that nothing overflows


def _accepts(case: Case, path: str, index: tuple[int, ...], wrong: float) -> bool:
    def changed(name: str, leaf: Any) -> Any:
        copy = np.array(leaf, dtype=np.float64)
        if name == path:
            copy[index] = wrong
        return copy

    named = iter([name for name, _ in leaves(case.exact)])
    got = map_leaves(lambda leaf: changed(next(named), leaf), case.exact)
    return agrees([Answered(case=case, outcome=Outcome(kind=OutcomeKind.VALUE, value=got))]) is None


def _half_width(function: Function, case: Case, path: str, index: tuple[int, ...]) -> float:
    """Half the width of the interval of right answers at an entry: 0 but at a kink."""
    arguments, entry = case.arguments, index
    if function.elementwise:
        arguments, entry = (float(case.arguments[0][index]), *case.arguments[1:]), ()
    traced = trace(function.formula, arguments)
    inputs = {node.order: value for node, value in zip(traced.inputs, numbers(arguments), strict=True)}
    try:
        (interval,) = certified([at(traced.answer, path)[entry]], inputs)
    except Uncertified:  # a limit at infinity
        return 0.0
    return float((interval.high.mid() - interval.low.mid()) / 2)


def _sentence(case: Case, path: str, index: tuple[int, ...]) -> str:
    entry = f"{path or 'the answer'}{list(index) if index else ''}"
    allowed, scale = float(at(case.tolerance, path)[index]), float(at(case.scale, path)[index])
    return (
        f"the case {case.name!r} ({case.group}) is blunt: {entry} may be off by {allowed:.2g}"
        f" at a scale of {scale:.2g}; choose inputs at which every form keeps its digits"
    )


def _dtype(case: Case) -> str:
    narrow = any(
        isinstance(leaf, np.ndarray) and leaf.dtype == np.float32 for _, leaf in leaves(case.arguments)
    )
    return "float32" if narrow else "float64"
