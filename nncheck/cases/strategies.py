"""Domain -> hypothesis strategies.

Numbers are drawn as dyadic fractions that every floating-point type holds exactly.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from hypothesis import strategies as st

from nncheck.records import Random
from nncheck.spec.domain import (
    ANY_SHAPE,
    Batches,
    Choice,
    Distribution,
    Domain,
    Generator,
    Length,
    Positive,
    Reals,
    Shape,
    Weights,
    Whole,
    Words,
)
from nncheck.spec.exercise import Function

FINE = 2**18  # float32 holds multiples of 2^-18 up to 64
COARSE = 8  # so coarse that x + 8, -x and x + 2^-17 are exact too
_DEFAULT_SIZES = (1, 4)
_SHAPES: st.SearchStrategy[tuple[int, ...]] = st.lists(st.integers(1, 4), min_size=1, max_size=3).map(tuple)
_SEEDS = st.integers(0, 2**32 - 1)
_DRAWN_ENTRIES = 1000  # an array of more of them comes out of a seed: hypothesis would take seconds
_FEW = (1, 3)  # samples of a batch, neurons of a hidden layer: the smallest and the largest number

Sizes = Mapping[str, tuple[int, ...]]
Strategy = st.SearchStrategy[Any]


def arguments(function: Function, steps: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """All arguments of a call, in order; numbers are multiples of 1/steps (of 1/8 in short intervals)."""
    names = {name for domain in function.domain.values() for name in _dimension_names(domain)}
    sizes = {name: _lengths(name, function.sizes) for name in sorted(names)}

    single = any(getattr(each, "one_row", False) for each in function.domain.values())

    def all_with(size: Sizes) -> Strategy:
        one_row = st.booleans() if single else st.just(False)
        return one_row.flatmap(lambda row: _all(function.domain, size, row, steps))

    return st.fixed_dictionaries(sizes).flatmap(all_with)


def _all(domains: Mapping[str, Domain], size: Sizes, single: bool, steps: int) -> Strategy:
    drawn = st.tuples(*(_values(domain, size, single, steps) for domain in domains.values()))
    bent = {
        position: list(domains).index(domain.along)
        for position, domain in enumerate(domains.values())
        if isinstance(domain, Positive) and domain.along
    }
    if not bent:
        return drawn
    usable = drawn.filter(lambda values: all(values[other].any() for other in bent.values()))
    return usable.map(
        lambda values: tuple(
            _in_float32(each @ values[bent[position]]) if position in bent else each
            for position, each in enumerate(values)
        )
    )


def _in_float32(array: Any) -> Any:
    """The same numbers, near enough, of which float32 loses nothing."""
    return array.astype(np.float32).astype(np.float64)


def _dimension_names(domain: Domain) -> set[str]:
    if isinstance(domain, dict):
        return {name for part in domain.values() for name in _dimension_names(part)}
    return set(domain.dims or ())


def _lengths(name: str, sizes: Mapping[str, tuple[int, int]]) -> st.SearchStrategy[tuple[int, ...]]:
    """The length of one named axis, or those of any number of axes."""
    if name == ANY_SHAPE:
        return _SHAPES
    return st.tuples(st.integers(*sizes.get(name, _DEFAULT_SIZES)))


def _values(domain: Domain, size: Sizes, single: bool, steps: int) -> Strategy:
    if isinstance(domain, dict):
        parts = {name: _values(part, size, single, steps) for name, part in domain.items()}
        return st.fixed_dictionaries(parts).map(lambda drawn: {name: drawn[name] for name in parts})
    if isinstance(domain, Reals):
        return _reals(domain, size, single, steps)
    return _STRATEGIES[type(domain)](domain, size, steps)


def _shape(domain: Domain, size: Sizes) -> tuple[int, ...]:
    return tuple(length for name in domain.dims or () for length in size[name])


def _reals(domain: Reals, size: Sizes, single: bool, steps: int) -> Strategy:
    element = _numbers(domain.low, domain.high, steps)
    if domain.dims is None:
        return _SHAPES.flatmap(lambda shape: _array(element, shape))
    if not domain.dims:
        return element
    shape = _shape(domain, size)
    if np.prod(shape) > _DRAWN_ENTRIES:
        return _SEEDS.map(lambda seed: _large(domain, shape, seed))
    return _array(element, shape[1:] if single and domain.one_row else shape)


def _large(domain: Reals, shape: tuple[int, ...], seed: int) -> Any:
    """Odd multiples of 1/16: none of them is 0."""
    eighths = np.random.default_rng(seed).integers(
        int(np.ceil(domain.low * 8)), int(np.floor(domain.high * 8)), shape
    )
    return eighths / 8 + 1 / 16


def _choice(domain: Choice, size: Sizes, steps: int) -> Strategy:
    chosen = st.sampled_from(domain.values)
    return _array(chosen, _shape(domain, size)) if domain.dims else chosen


def _distribution(domain: Distribution, size: Sizes, steps: int) -> Strategy:
    shape = _shape(domain, size)
    return _rows(_one_hot(shape[-1]) if domain.one_hot else _probabilities(shape[-1], steps), shape)


def _whole(domain: Whole, size: Sizes, steps: int) -> Strategy:
    return st.integers(domain.low, domain.high)


def _length(domain: Length, size: Sizes, steps: int) -> Strategy:
    return st.just(_shape(domain, size)[0])


def _any_shape(domain: Shape, size: Sizes, steps: int) -> Strategy:
    return st.just(_shape(domain, size))


def _generator(domain: Generator, size: Sizes, steps: int) -> Strategy:
    return _SEEDS.map(lambda seed: Random(seed=seed))


def _words(domain: Words, size: Sizes, steps: int) -> Strategy:
    (length,) = _shape(domain, size)
    return st.lists(st.sampled_from(domain.values), min_size=length, max_size=length)


def _weights(domain: Weights, size: Sizes, steps: int) -> Strategy:
    """Layers that fit together, through hidden layers of drawn widths."""
    ((depth,), (first,)) = size[domain.depth], size[domain.first]
    width = st.integers(*_FEW)
    last = st.just(size[domain.last][0]) if domain.last else width
    hidden = st.lists(width, min_size=depth - 1, max_size=depth - 1)
    element = _numbers(domain.low, domain.high, steps)

    def layer(fan_in: int, fan_out: int) -> Strategy:
        matrix = _array(element, (fan_out, fan_in))
        return st.tuples(matrix, _array(element, (fan_out,))) if domain.biases else matrix

    def layers(drawn: tuple[list[int], int]) -> Strategy:
        widths = [first, *drawn[0], drawn[1]]
        return st.tuples(*map(layer, widths, widths[1:])).map(list)

    return st.tuples(hidden, last).flatmap(layers)


def _positive(domain: Positive, size: Sizes, steps: int) -> Strategy:
    """L L' + I for a small L: its eigenvalues are 1 or more, and not many times that."""
    length = _shape(domain, size)[0]
    return _array(_numbers(-1, 1, min(steps, COARSE)), (length, length)).map(
        lambda drawn: np.tril(drawn) @ np.tril(drawn).T + np.eye(length)
    )


def _batches(domain: Batches, size: Sizes, steps: int) -> Strategy:
    number, features = _shape(domain, size)
    element = _numbers(domain.low, domain.high, steps)

    def batch(samples: int) -> Strategy:
        return st.tuples(_array(element, (samples, features)), _array(element, (samples,)))

    return st.lists(st.integers(*_FEW).flatmap(batch), min_size=number, max_size=number)


def _numbers(low: float, high: float, steps: int) -> st.SearchStrategy[float]:
    whole = st.integers(int(np.ceil(low)), int(np.floor(high))).map(float)
    # Two small integers instead of a large one, which hypothesis would draw mostly near zero.
    eighths = st.integers(int(np.ceil(low * 8)), int(np.floor(high * 8)) - 1)
    dyadic = st.tuples(eighths, st.integers(0, max(steps // 8 - 1, 0))).map(
        lambda pair: pair[0] / 8 + pair[1] / steps
    )
    return whole | dyadic if high - low >= 2 else dyadic


def _array(element: st.SearchStrategy[float], shape: tuple[int, ...]) -> st.SearchStrategy[Any]:
    size = int(np.prod(shape))
    return st.lists(element, min_size=size, max_size=size).map(
        lambda values: np.array(values, dtype=np.float64).reshape(shape)
    )


def _rows(row: st.SearchStrategy[list[float]], shape: tuple[int, ...]) -> st.SearchStrategy[Any]:
    """Arrays of rows along the last axis."""
    number = int(np.prod(shape[:-1]))
    return st.lists(row, min_size=number, max_size=number).map(
        lambda rows: np.array(rows, dtype=np.float64).reshape(shape)
    )


def _one_hot(classes: int) -> st.SearchStrategy[list[float]]:
    return st.integers(0, classes - 1).map(lambda right: [float(i == right) for i in range(classes)])


def _probabilities(classes: int, steps: int) -> st.SearchStrategy[list[float]]:
    """One row: dyadic shares below 1/classes, and what is left for a class anywhere in the row."""
    parts = 1 << (classes - 1).bit_length()  # a power of two, so that the sum is exactly 1
    shares = st.lists(_numbers(1 / 8, 1, steps), min_size=classes - 1, max_size=classes - 1)

    def row(drawn: tuple[list[float], int]) -> list[float]:
        small, place = [share / parts for share in drawn[0]], drawn[1]
        return [*small[:place], 1 - sum(small), *small[place:]]

    return st.tuples(shares, st.integers(0, classes - 1)).map(row)


_STRATEGIES: dict[type, Callable[[Any, Sizes, int], Strategy]] = {
    Choice: _choice,
    Distribution: _distribution,
    Whole: _whole,
    Words: _words,
    Weights: _weights,
    Positive: _positive,
    Batches: _batches,
    Length: _length,
    Shape: _any_shape,
    Generator: _generator,
}
