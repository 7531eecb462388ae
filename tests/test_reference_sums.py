"""Sums in a graph, and the bound on their rounding errors that holds for every order."""

from itertools import permutations
from typing import Any

import numpy as np
import pytest
from flint import arb

from nncheck.reference.balls import widened
from nncheck.reference.sums import sums
from nncheck.spec import exp
from nncheck.spec.expression import Expression, new_input, reachable

CANCELLING = (1e8 / 3, -1e8 / 7, 1 / 3, -(1e8 / 3), 1e8 / 7, 2 / 3)
GROWING = (1e-3 / 3, 1 / 3, 1e3 / 3, 1e6 / 3, 1e9 / 3, 1e12 / 3)


def found(*outputs: Expression) -> dict[str, tuple[int, bool]]:
    """By operation and place: how many terms, and whether the sum is complete."""
    nodes = reachable(outputs)
    return {
        f"{node.operation} {place}": (len(found.terms), found.complete)
        for place, node in enumerate(nodes)
        for found in [sums(nodes, outputs).get(node.order)]
        if found
    }


def test_a_chain_of_additions_is_one_sum() -> None:
    """Terms are collected through additions and subtractions, while nothing else uses what is between."""
    a, b, c, d = (new_input() for _ in range(4))
    assert list(found((a + b) - (c + d)).values()) == [(2, False), (2, False), (4, True)]
    assert list(found((a + b) * (c + d)).values()) == [(2, True), (2, True)]


def test_what_is_used_twice_is_a_term() -> None:
    """A partial sum that something else uses, or that is an answer, is computed by itself."""
    a, b, c = (new_input() for _ in range(3))
    part = a + b
    assert list(found((part + c) * part).values()) == [(2, True), (2, True)]
    assert list(found(part, part + c).values()) == [(2, True), (2, True)]
    assert list(found(exp(part) + c).values()) == [(2, True), (2, True)]


def totals(terms: Any) -> Any:
    """The sum of all orders, from left to right and in pairs."""
    for order in permutations(terms):
        total = order[0]
        for term in order[1:]:
            total = total + term
        yield total
        yield ((order[0] + order[1]) + (order[2] + order[3])) + (order[4] + order[5])


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("terms", [CANCELLING, GROWING], ids=["cancelling", "growing"])
def test_every_order_is_inside(terms: tuple[float, ...], dtype: str) -> None:
    """All 720 orders, sequential and pairwise, give sums within the ball of a GPU."""
    given = np.array(terms, dtype)
    inputs = [new_input() for _ in terms]
    values = {node.order: float(value) for node, value in zip(inputs, given, strict=True)}
    (ball,) = widened([sum(inputs[1:], inputs[0])], values, dtype, device="cuda").balls
    assert all(ball.contains(arb(float(total))) for total in totals(given))


def test_meta_the_order_of_the_formula_is_no_bound() -> None:
    """Where large terms come last in the formula and first on the GPU, the sequential radius is smaller."""
    inputs = [new_input() for _ in GROWING]
    values = {node.order: value for node, value in zip(inputs, GROWING, strict=True)}
    total = sum(inputs[1:], inputs[0])
    here, there = (
        float(widened([total], values, "float64", device=device).balls[0].rad()) for device in ("cpu", "cuda")
    )
    assert there > 1.5 * here


def test_two_terms_have_one_order() -> None:
    """A single addition rounds once, on a GPU as elsewhere."""
    a, b = new_input(), new_input()
    values = {a.order: 1 / 3, b.order: 1e6}
    here, there = (widened([a - b], values, "float64", device=device).balls[0] for device in ("cpu", "cuda"))
    assert float(there.rad()) == pytest.approx(float(here.rad()), rel=1e-9)


def test_partial_sums_may_overflow() -> None:
    """Terms that cancel in the formula's order need not on a GPU: nothing is known of such a sum."""
    a, b, c = (new_input() for _ in range(3))
    values = {a.order: 1.5e308, b.order: -1.5e308, c.order: 1.5e308}
    assert not widened([(a + b) + c], values, "float64").overflows
    assert widened([(a + b) + c], values, "float64", device="cuda").overflows
