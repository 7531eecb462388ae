"""Numbers drawn from a generator: they depend on nothing but the generator, and not on each other."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from nncheck.cases.bundle import Limits
from nncheck.judge.compare import as_array
from nncheck.judge.distribution import Drawn, broken_by, follows, law_of, no_numbers
from nncheck.judge.evidence import Broken
from nncheck.judge.statistics import (
    correlation,
    dependence,
    halves,
    kept,
    own_standard,
    share,
    standard,
    surely_distinct,
)
from nncheck.records import Array, Outcome
from nncheck.spec.exercise import Function
from nncheck.spec.law import Dropped, Law

LEAST_DISTINCT = 0.9  # of all numbers; in float32 some few meet


def independent(function: Function, drawn: Sequence[Drawn], follow: bool) -> Broken | None:
    """No number tells anything of another one, in an answer or in the next one.

    `follow` says whether the numbers follow their law; if not, they are compared by their own spread.
    """
    for each in drawn:
        law = law_of(function, each.drawing)
        for outcome in () if follow else each.samples:
            sentence = no_numbers(law, outcome)
            if sentence:
                return broken_by(each.drawing, sentence, outcome)
        sentence = next(_dependences(law, each, follow), None)
        if sentence:
            return broken_by(each.drawing, sentence)
    return None


def _dependences(law: Law, drawn: Drawn, follow: bool) -> Iterator[str]:
    limits = drawn.drawing.limits[""]
    compared: list[Array] = []
    for outcome in drawn.samples:
        answer: Array = as_array(outcome.value)
        yield from repeated(law, answer)
        compared.append(_comparable(law, answer, follow))
        for name, words, one, other in halves(compared[-1]):
            if not _unrelated(law, limits, name, one, other):
                yield f"{words} of your answer depend on each other: {_related(one, other)}"
    for first, again in pairwise(compared):
        if not _unrelated(law, limits, "draws", first, again):
            yield f"two draws from one generator depend on each other: {_related(first, again)}"


def repeated(law: Law, answer: Array) -> Iterator[str]:
    """What comes more than once in an answer, as chance would never have it."""
    table = kept(law, answer) if isinstance(law, Dropped) else answer
    table = table.reshape(len(table), -1)
    of = "the mask in your answer" if isinstance(law, Dropped) else "your answer"
    if (table[:1] == table.flat[0]).all() and (table == table.flat[0]).all():
        yield f"all entries of {of} are the same"
    both = {"rows": table, "columns": table.T}
    yield from (f"all {name} of {of} are equal" for name, each in both.items() if _all_equal(each))
    pairs = {name: equal_rows(each) for name, each in both.items()}
    yield from (f"{name} {pair[0]} and {pair[1]} of {of} are equal" for name, pair in pairs.items() if pair)
    if isinstance(law, Dropped) or surely_distinct(table) >= LEAST_DISTINCT * table.size:
        return
    distinct = len(np.unique(table))
    if distinct < LEAST_DISTINCT * table.size:
        yield f"of your {table.size:,} numbers only {distinct:,} are different"


def _all_equal(rows: Array) -> bool:
    """Whether all rows are the first one; most often the second shows that they are not."""
    return bool((rows[:2] == rows[:1]).all() and (rows == rows[:1]).all())


def equal_rows(table: Array) -> tuple[int, int] | None:
    """The first two rows that are equal."""
    if table.shape[1] and len(set(table[:, 0].tolist())) == len(table):
        return None  # they begin with different numbers
    rows = np.packbits(table, axis=1) if table.dtype == bool else table
    content, width = rows.tobytes(), rows.shape[1] * rows.itemsize
    seen: dict[bytes, int] = {}
    for index in range(len(rows)):
        earlier = seen.setdefault(content[index * width : (index + 1) * width], index)
        if earlier != index:
            return earlier, index
    return None


def _comparable(law: Law, answer: Array, follow: bool) -> Array:
    """What halves are compared in: masks, or numbers in standard form."""
    if isinstance(law, Dropped):
        return kept(law, answer)
    return standard(law, answer) if follow else own_standard(law, answer)


def _unrelated(law: Law, limits: Limits, name: str, one: Array, other: Array) -> bool:
    if isinstance(law, Dropped):
        return _kept_alone(law, limits, name, one, other)
    low, high = limits["pairs"]
    return low <= dependence(one, other) <= high


def _kept_alone(law: Dropped, limits: Limits, name: str, one: Array, other: Array) -> bool:
    """Whether as many pairs are kept as their rates make it; the room is that of the right rate."""
    low, high = limits[name]
    expected = (1 - law.p) ** 2
    ours, theirs, both = share(one), share(other), share(one & other)
    if limits["kept"][0] <= (ours + theirs) / 2 <= limits["kept"][1]:
        return low <= both <= high
    return abs(both - ours * theirs) <= max(expected - low, high - expected)


def _related(one: Array, other: Array) -> str:
    return f"their correlation is {correlation(one, other):.2g}, expected nearly 0"


# --- the generator ------------------------------------------------------------------------------


def obeys_generator(function: Function, drawn: Sequence[Drawn], follow: bool = False) -> Broken | None:
    """Numbers come from the generator given: it decides all of them, and moves on.

    `follow` says whether those that are judged are known to follow their law, and to be numbers.
    """
    for each in drawn:
        law = law_of(function, each.drawing)
        for outcome in each.compared if follow else each.outcomes:
            sentence = no_numbers(law, outcome)
            if sentence:
                return broken_by(each.drawing, sentence, outcome)
        sentence = next(_disobedience(each), None)
        if sentence:
            return broken_by(each.drawing, sentence)
    return None


def _disobedience(drawn: Drawn) -> Iterator[str]:
    if same(drawn.first, drawn.other):
        yield "generators with different seeds gave the same numbers"
    if same(drawn.first, drawn.again):
        yield "a second draw from the same generator gave the same numbers again"
    if drawn.afresh is not None and not same(drawn.first, drawn.afresh):
        yield "two generators with the same seed gave different numbers"


def same(one: Outcome, other: Outcome | None) -> bool:
    """Whether two answers consist of the same numbers."""
    if other is None:
        return False
    ours, theirs = as_array(one.value), as_array(other.value)
    begin_alike = np.array_equal(np.ravel(ours)[:1], np.ravel(theirs)[:1])
    return begin_alike and bool(np.array_equal(ours, theirs))


JUDGES: dict[str, Callable[[Function, Sequence[Drawn], bool], Broken | None]] = {
    "independence": independent,
    "generator": obeys_generator,
    "defaults": lambda function, drawn, follow: follows(function, drawn),
}
