"""Spec + seed -> bundle, for functions that draw random numbers: what is drawn, and how it is judged."""

import hashlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from nncheck.cases.bundle import Bundle, Case, Drawing
from nncheck.cases.critical import limits
from nncheck.cases.draws import draw
from nncheck.errors import SpecError
from nncheck.spec.exercise import Example, Exercise, Function
from nncheck.spec.law import Dropped, Law, size
from nncheck.spec.trees import cast_floats, leaves
from nncheck.spec.validate import where

DRAWINGS = 2  # of each seed
ENTRIES = (10_000, 24_000)  # of an answer that is judged as a sample
LEAST_RATIO = 1.5  # of its sides: in a square array fan_in and fan_out are one number
_CANDIDATES = (16, 400)  # arguments to choose from: few of them, and many if those do not do
_EXACT = 4 * 2.0**-53  # of two operations in float64


def fixed(exercise: Exercise, function: Function) -> Bundle:
    """What every seed shares: the examples, large ones as samples, and what is left out or cast."""
    parts = [_example(function, each) for each in function.examples]
    cases = [part for part in parts if isinstance(part, Case)]
    drawings = [part for part in parts if isinstance(part, Drawing)]
    if not drawings or not cases:
        raise SpecError(
            f"{where(function)}: a random function needs an example of {ENTRIES[0]:,} entries or more,"
            " and a small one; add it"
        )
    small = next(case for case in cases if case.group == "shapes")
    return Bundle(
        cases=(*cases, *_dtypes(small)),
        drawings=(*drawings, *_defaults(function, drawings[0])),
    )


def drawn(exercise: Exercise, function: Function, seed: int) -> Bundle:
    """The samples of one seed; the first of them is drawn with several generators."""
    digest = hashlib.sha256(f"{exercise.name}.{function.name}.{seed}".encode()).digest()
    telling: list[tuple[Any, ...]] = []
    for number in _CANDIDATES:
        if len(telling) < DRAWINGS:
            candidates = draw(function, int.from_bytes(digest[:8], "big"), number)
            telling = [each for each in candidates if _tells(law_of(function, each))]
    if len(telling) < DRAWINGS:
        raise SpecError(f"{where(function)}: its sizes give no large arrays that are not square; widen them")
    return Bundle(
        cases=(),
        drawings=tuple(
            _drawing(function, f"drawn-{i}", "drawn inputs", each, thorough=i == 0)
            for i, each in enumerate(telling[:DRAWINGS])
        ),
    )


def law_of(function: Function, arguments: tuple[Any, ...]) -> Law:
    """The law of an answer.

    Raises SpecError where the formula cannot say it.
    """
    try:
        law: Law = function.formula(*arguments)
    except Exception as error:  # noqa: BLE001 - whatever a formula raises, its author needs the place
        raise SpecError(f"{where(function)}: the formula raised {type(error).__name__}: {error}") from error
    return law


def _tells(law: Law) -> bool:
    shorter, longer = sorted((law.shape[0], size(law) // law.shape[0])) if size(law) else (0, 0)
    return ENTRIES[0] <= size(law) <= ENTRIES[1] and longer >= LEAST_RATIO * shorter


def _example(function: Function, example: Example) -> Case | Drawing:
    law = law_of(function, example.arguments)
    why = example.why or example.name
    if isinstance(law, Dropped) and law.certain:
        return _case(example.name, why, "certain", example.arguments, law.certainty)
    if size(law) >= ENTRIES[0]:
        return _drawing(function, example.name, why, example.arguments)
    return _case(example.name, why, "shapes", example.arguments, np.zeros(law.shape))


def _drawing(
    function: Function,
    name: str,
    why: str,
    arguments: tuple[Any, ...],
    group: str = "distribution",
    thorough: bool = False,
) -> Drawing:
    laws = {"": law_of(function, arguments)}
    for each in function.misconceptions:
        laws[each.code] = each.formula(*arguments)
    return Drawing(
        name=name,
        why=why,
        group=group,
        arguments=arguments,
        limits={code: limits(law) for code, law in laws.items()},
        thorough=thorough,
    )


def _defaults(function: Function, typical: Drawing) -> Iterator[Drawing]:
    """A sample with every argument left out that has a default."""
    required = [name for name, each in function.parameters.items() if each.default is each.empty]
    if len(required) < len(function.parameters):
        arguments = typical.arguments[: len(required)]
        yield _drawing(function, "defaults", "keyword arguments left out", arguments, "defaults")


def _dtypes(small: Case) -> Iterator[Case]:
    """The type of an answer: that of its array, or float64 where there is none."""
    arrays = [leaf for _, leaf in leaves(small.arguments) if isinstance(leaf, np.ndarray)]
    if not arrays:
        yield _case("type", "numbers are floating-point numbers", "dtype", small.arguments, small.exact)
        return
    narrow = cast_floats(small.arguments, "float32")
    yield _case("float32", "float32 stays float32", "dtype", narrow, small.exact.astype(np.float32))


def _case(name: str, why: str, group: str, arguments: tuple[Any, ...], exact: Any) -> Case:
    tolerance = _EXACT * np.abs(exact)
    return Case(
        name=name, why=why, group=group, arguments=arguments, exact=exact, tolerance=tolerance,
        scale=np.abs(exact),
    )  # fmt: skip
