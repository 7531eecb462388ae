"""Graph -> the sums in it: additions that a parallel reduction may carry out in any order.

Let t_1 ... t_m be the terms of a sum. Whatever the order, there are m - 1 additions, and every partial sum
is at most S = |t_1| + ... + |t_m|. The last addition gives the sum itself and rounds by |sum| u; each of the
m - 2 before it rounds by S u at most, or, since partial sums are rounded already, by S u (1 + u)^(m-1). A
multiplication fused into an addition rounds once less, which these bounds cover.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from nncheck.spec.expression import Expression

_ADDITIONS = ("add", "subtract")


class Sum(NamedTuple):
    """The terms of an addition, with those of the additions in it."""

    terms: tuple[int, ...]  # orders of nodes
    complete: bool  # whether it is no part of a longer sum


def sums(nodes: Sequence[Expression], outputs: Sequence[Expression]) -> dict[int, Sum]:
    """By node: the sum that ends there, or goes on from there."""
    used = Counter(child.order for node in nodes for child in node.operands)
    used.update(node.order for node in outputs)
    goes_on = {
        child.order
        for node in nodes
        if node.operation in _ADDITIONS
        for child in node.operands
        if child.operation in _ADDITIONS and used[child.order] == 1
    }
    found: dict[int, Sum] = {}
    for node in nodes:
        if node.operation in _ADDITIONS:
            parts = [
                found[child.order].terms if child.order in goes_on else (child.order,)
                for child in node.operands
            ]
            found[node.order] = Sum(tuple(term for part in parts for term in part), node.order not in goes_on)
    return found
