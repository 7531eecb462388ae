"""Each property holds for a function that has it, and is broken by one that lacks it."""

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest
from students import asked

from nncheck.cases.build import Builder
from nncheck.judge.evidence import Broken
from nncheck.judge.property import holds, questions
from nncheck.records import Outcome
from nncheck.spec import (
    Exercise,
    Function,
    Property,
    exp,
    maximum,
    number,
    positive,
    properties,
    reals,
    tanh,
    total,
    where,
)

Student = Callable[..., Any]


class Row(NamedTuple):
    """A property, the formula that has it, a student who has it and one who lacks it."""

    made: Property
    formula: Callable[..., Any]
    has: Student
    lacks: Student


def rows_softmax(z: Any) -> Any:
    return exp(z) / total(exp(z), axis=-1)


def np_softmax(z: Any) -> Any:
    return np.exp(z) / np.exp(z).sum(-1, keepdims=True)


def np_tanh_slope(x: Any) -> Any:
    return 1 - np.tanh(x) ** 2


ELEMENTWISE = {"x": reals(-4, 4)}
ROWS = {"z": reals(-4, 4, "n", "k", one_row=True)}
CUBE = Function(lambda x: x * x * x, ELEMENTWISE)
CUBE.formula.__name__ = "cube"
SCALED = Function(lambda x, alpha: alpha * x * x, {"x": reals(-4, 4), "alpha": number(0.5, 2)})
SCALED.formula.__name__ = "scaled"

TABLE: dict[str, Row] = {
    "increasing": Row(properties.increasing(), tanh, np.tanh, lambda x: np.sin(3 * x)),
    "within": Row(properties.within(-1, 1), tanh, np.tanh, lambda x: 1.01 * np.tanh(x)),
    "symmetric": Row(
        properties.symmetric("f(-x) = 1 - f(x)", lambda y, x: 1 - y),
        lambda x: 1 / (1 + exp(-x)),
        lambda x: 1 / (1 + np.exp(-x)),
        lambda x: 1 / (1 + np.exp(-x)) ** 2,
    ),
    "odd": Row(properties.odd(), tanh, np.tanh, lambda x: np.tanh(x) + 0.001),
    "even": Row(properties.even(), lambda x: x * x, lambda x: x * x, lambda x: x * x + 0.001 * x),
    "idempotent": Row(
        properties.idempotent(),
        lambda x: maximum(x, 0),
        lambda x: np.maximum(x, 0),
        lambda x: np.where(x > 0, x, 0.1 * x),
    ),
    "homogeneous": Row(
        properties.homogeneous(),
        lambda x: maximum(x, 0),
        lambda x: np.maximum(x, 0),
        lambda x: np.maximum(x, 0) + 0.5,
    ),
    "scale_free": Row(
        properties.scale_free(),
        lambda x: where(positive(x), 1, 0),
        lambda x: (x > 0) * 1.0,
        lambda x: np.clip(x, 0, 1),
    ),
    "slope_of": Row(
        properties.slope_of("cube"), lambda x: 3 * x * x, lambda x: 3 * x**2, lambda x: 3 * x**2 + 1e-5
    ),
    "slope_in": Row(
        properties.slope_in("scaled", "alpha", pick=lambda y: y),
        lambda x, alpha: x * x + 0 * alpha,
        lambda x, alpha: x**2,
        lambda x, alpha: alpha * x**2 + 1e-5,
    ),
    "rows_independent": Row(
        properties.rows_independent(), rows_softmax, np_softmax, lambda z: np.exp(z) / np.exp(z).sum()
    ),
    "shift_invariant": Row(
        properties.shift_invariant(),
        rows_softmax,
        np_softmax,
        lambda z: np.exp(1.01 * z) / (1 + np.exp(z)).sum(-1, keepdims=True),
    ),
    "permutation_equivariant": Row(
        properties.permutation_equivariant(),
        rows_softmax,
        np_softmax,
        lambda z: np_softmax(z) * np.linspace(1, 1.1, z.shape[-1] + 1)[1:],
    ),
}


def judged(row: Row, student: Student) -> list[Broken | None]:
    """The property over a student's answers, for its inputs of several seeds."""
    domain = (
        ROWS if row.formula is rows_softmax else SCALED.domain if "alpha" in row.made.name else ELEMENTWISE
    )
    function = Function(row.formula, domain, properties=(row.made,), sizes={"k": (2, 4)})
    exercise = Exercise("e", "E", (function, CUBE, SCALED))
    others: dict[str, Student] = {"cube": lambda x: x * x * x, "scaled": lambda x, alpha: alpha * x * x}

    def ask(called: str, arguments: tuple[Any, ...]) -> Outcome:
        return asked(others.get(called, student), arguments)

    found = []
    for seed in range(3):
        for case in Builder(exercise, function, seed).drawn().properties:
            outcomes = [ask(call.function, call.arguments) for call in questions(function.name, case)]
            found.append(holds(row.made, function.name, case, outcomes, ask))
    return found


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_a_function_that_has_the_property_keeps_it(row: Row) -> None:
    """An honest numpy program is never accused, on any drawn inputs."""
    found = judged(row, row.has)
    assert found == [None] * len(found)
    assert len(found) >= 3


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_a_function_that_lacks_the_property_breaks_it(row: Row) -> None:
    """Some drawn inputs show it, with a sentence, the inputs, and an error beyond the tolerance."""
    broken = [each for each in judged(row, row.lacks) if each is not None]
    assert broken
    for each in broken:
        assert " is not " in each.sentence or " is less than " in each.sentence
        assert each.error is not None
        assert each.allowed is not None
        assert not each.error <= each.allowed
        assert each.arguments


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_nan_breaks_every_property(row: Row) -> None:
    """An answer of NaN keeps no promise."""
    assert any(judged(row, lambda *arguments: np.full(np.shape(arguments[0]), np.nan)))


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_answers_without_a_value_break_every_property(row: Row) -> None:
    """A call that raises, or that gives another shape, is told as what it is."""
    raised = next(each for each in judged(row, lambda *arguments: arguments[0].no) if each)
    assert raised.sentence.startswith("it raised AttributeError")
    misshapen = next(each for each in judged(row, lambda *arguments: np.zeros(77)) if each)
    assert misshapen.sentence.startswith("answer has shape (77,), expected ")


def test_meta_every_property_has_a_row() -> None:
    """A property that nobody has seen fail is no check."""
    offered = {
        name
        for name, made in inspect.getmembers(properties, inspect.isfunction)
        if made.__module__ == properties.__name__
    }
    assert offered == set(TABLE)
