"""Promises that many functions share, each written as a relation over the student's own answers."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nncheck.spec.exercise import Property
from nncheck.spec.measured import Relation, at_least, equal

STEP = 2.0**-17  # of finite differences: inputs are multiples of 1/8, so x + STEP and x - STEP are exact


def increasing() -> Property:
    """A larger input never gives a smaller answer."""

    def relation(ask: Any, x: Any, *others: Any) -> Relation:
        answers = ask(np.sort(x, axis=None), *others)
        return at_least(answers[1:], answers[:-1])

    return Property("increasing", "a larger input never gives a smaller answer", relation)


def within(low: float, high: float) -> Property:
    """Every answer lies from `low` to `high`."""

    def relation(ask: Any, *arguments: Any) -> Relation:
        answers = ask(*arguments)
        return equal(answers, np.clip(answers.value, low, high))

    return Property("range", f"every answer lies from {low:g} to {high:g}", relation)


def symmetric(statement: str, mirrored: Callable[[Any, Any], Any]) -> Property:
    """f(-x) is what `mirrored` makes of f(x) and x."""
    return Property(
        "symmetry", statement, lambda ask, x, *others: equal(ask(-x, *others), mirrored(ask(x, *others), x))
    )


def odd() -> Property:
    """f(-x) = -f(x)."""
    return symmetric("f(-x) = -f(x)", lambda answer, x: -answer)


def even() -> Property:
    """f(-x) = f(x)."""
    return symmetric("f(-x) = f(x)", lambda answer, x: answer)


def idempotent() -> Property:
    """Applied to its own answer, a function gives the same answer."""

    def relation(ask: Any, x: Any) -> Relation:
        once = ask(x)
        return equal(ask(once), once)

    return Property("idempotent", "f(f(x)) = f(x)", relation)


def homogeneous() -> Property:
    """f(4x) = 4 f(x)."""
    return Property(
        "homogeneous",
        "f(4x) = 4 f(x)",
        lambda ask, x, *others: equal(ask(4 * x, *others), 4 * ask(x, *others)),
    )


def scale_free() -> Property:
    """f(4x) = f(x)."""
    return Property(
        "scale-free", "f(4x) = f(x)", lambda ask, x, *others: equal(ask(4 * x, *others), ask(x, *others))
    )


def slope_of(function: str, pick: Callable[[Any], Any] = lambda answer: answer) -> Property:
    """The answer is the slope of the student's own `function`, by central differences in x."""

    def relation(ask: Any, x: Any, *others: Any) -> Relation:
        own = getattr(ask, function)
        difference = own(x + STEP, *others) - own(x - STEP, *others)
        return equal(pick(ask(x, *others)), difference / (2 * STEP))

    return Property(
        "slope",
        f"it is the slope of your own {function}, measured by a finite difference",
        relation,
        (function,),
    )


def slope_in(function: str, argument: str, pick: Callable[[Any], Any]) -> Property:
    """The picked part of the answer is the slope of the student's own `function` in its second argument."""

    def relation(ask: Any, x: Any, value: float) -> Relation:
        own = getattr(ask, function)
        difference = own(x, value + STEP) - own(x, value - STEP)
        return equal(pick(ask(x, value)), difference / (2 * STEP))

    promise = f"it is the slope of your own {function} in {argument}, measured by a finite difference"
    return Property(f"slope-in-{argument}", promise, relation, (function,))


def rows_independent() -> Property:
    """Each row of a batch gets the answer that it gets alone."""

    def relation(ask: Any, z: Any) -> Relation:
        batch = np.stack([np.atleast_2d(z)[0], np.atleast_2d(z)[-1] / 2 - 1])
        return equal(ask(batch)[1], ask(batch[1]))

    return Property("rows-independent", "each row of a batch gets the answer that it gets alone", relation)


def shift_invariant(change: Callable[[Any], Any] = lambda answer: answer) -> Property:
    """Adding a constant to a whole row changes nothing."""
    return Property(
        "shift-invariant",
        "adding the same number to a whole row changes nothing",
        lambda ask, z: equal(ask(z + 8), change(ask(z))),
    )


def permutation_equivariant() -> Property:
    """Reversing the entries of a row reverses the answer."""
    return Property(
        "permutation",
        "reordering the entries of a row reorders the answer in the same way",
        lambda ask, z: equal(ask(np.ascontiguousarray(z[..., ::-1])), ask(z)[..., ::-1]),
    )
