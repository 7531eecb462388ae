"""Domain -> hypothesis strategies: seeded draws, and the search for the smallest counterexample.

Numbers are drawn as dyadic fractions that every floating-point type holds exactly, simple ones
first, so that counterexamples shrink to numbers such as 1.0.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count
from typing import Any

import numpy as np
from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from nncheck.spec.domain import ANY_SHAPE, Choice, Distribution, Domain
from nncheck.spec.exercise import Function

# Hypothesis draws constants that it finds in whatever local modules are loaded: the cases would then
# differ between a wheel and a checkout. There is no public switch.
providers._get_local_constants = Constants

_FINE = 2**18  # float32 holds multiples of 2^-18 up to 64
_WHOLE = 1  # whole numbers where a domain has two of them: the simplest inputs to read
_COARSE = 8  # so coarse that x + 8, -x and x + 2^-17 are exact too
_DEFAULT_SIZES = (1, 4)
_SHAPES: st.SearchStrategy[tuple[int, ...]] = st.lists(st.integers(1, 4), min_size=1, max_size=3).map(tuple)
_RUNS_PER_CALL = 2  # hypothesis repeats itself while it shrinks; repeats cost no call


class _Breaks(Exception):
    """The promise is broken on these arguments."""


class _Enough(BaseException):
    """Ends a search; hypothesis lets it through because it is no Exception."""


def arguments(function: Function, steps: int) -> st.SearchStrategy[tuple[Any, ...]]:
    """All arguments of a call, in order; numbers are multiples of 1/steps (of 1/8 in short intervals)."""
    names = {name for domain in function.domain.values() for name in _dimension_names(domain)}
    sizes = {name: _lengths(name, function.sizes) for name in sorted(names)}

    def all_with(size: Mapping[str, tuple[int, ...]]) -> st.SearchStrategy[tuple[Any, ...]]:
        one_row = (
            st.booleans()
            if any(getattr(each, "one_row", False) for each in function.domain.values())
            else st.just(False)
        )
        return one_row.flatmap(
            lambda single: st.tuples(
                *(_values(domain, size, single, steps) for domain in function.domain.values())
            )
        )

    return st.fixed_dictionaries(sizes).flatmap(all_with)


def _dimension_names(domain: Domain) -> set[str]:
    if isinstance(domain, dict):
        return {name for part in domain.values() for name in _dimension_names(part)}
    return set(domain.dims or ())


def _lengths(name: str, sizes: Mapping[str, tuple[int, int]]) -> st.SearchStrategy[tuple[int, ...]]:
    """The length of one named axis, or those of any number of axes."""
    if name == ANY_SHAPE:
        return _SHAPES
    return st.tuples(st.integers(*sizes.get(name, _DEFAULT_SIZES)))


def _values(
    domain: Domain, size: Mapping[str, tuple[int, ...]], single: bool, steps: int
) -> st.SearchStrategy[Any]:
    if isinstance(domain, dict):
        parts = {name: _values(part, size, single, steps) for name, part in domain.items()}
        return st.fixed_dictionaries(parts).map(lambda drawn: {name: drawn[name] for name in parts})
    shape = tuple(length for name in domain.dims or () for length in size[name])
    if isinstance(domain, Distribution):
        return _rows(_one_hot(shape[-1]) if domain.one_hot else _probabilities(shape[-1], steps), shape)
    if isinstance(domain, Choice):
        chosen = st.sampled_from(domain.values)
        return _array(chosen, shape) if domain.dims else chosen
    element = _numbers(domain.low, domain.high, steps)
    if domain.dims is None:
        return _SHAPES.flatmap(lambda shape: _array(element, shape))
    if not domain.dims:
        return element
    return _array(element, shape[1:] if single and domain.one_row else shape)


def _numbers(low: float, high: float, steps: int) -> st.SearchStrategy[float]:
    whole = st.integers(int(np.ceil(low)), int(np.floor(high))).map(float)
    if steps == _WHOLE and np.floor(high) > np.ceil(low):
        return whole
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


def _settings(examples: int, phases: tuple[Phase, ...]) -> settings:
    return settings(
        max_examples=examples,
        phases=phases,
        database=None,
        deadline=None,
        derandomize=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )


def draw(function: Function, seed_: int, number: int, coarse: bool = False) -> list[tuple[Any, ...]]:
    """`number` argument tuples; the same for the same seed, whatever else is imported."""
    drawn: list[tuple[Any, ...]] = []

    @seed(seed_)
    @_settings(number + 1, (Phase.generate,))
    @given(arguments(function, _COARSE if coarse else _FINE))
    def collect(values: tuple[Any, ...]) -> None:
        drawn.append(values)

    collect()
    return drawn[1 : number + 1]  # the first is always the simplest possible: all zeros


def smallest(
    function: Function,
    breaks: Callable[[tuple[Any, ...]], bool],
    seed_: int,
    calls: int,
) -> tuple[Any, ...] | None:
    """The simplest arguments found, whole numbers where they can be, for which `breaks` is true.

    It is called `calls` times at most.
    """
    best: list[tuple[Any, ...]] = []
    asked: dict[str, bool] = {}
    runs = count()

    @seed(seed_)
    @_settings(calls, (Phase.generate, Phase.shrink))
    @given(arguments(function, _WHOLE))
    def search(values: tuple[Any, ...]) -> None:
        key = repr(values)
        if key not in asked:
            if len(asked) == calls:
                raise _Enough
            asked[key] = breaks(values)
        if next(runs) > _RUNS_PER_CALL * calls:
            raise _Enough
        if asked[key]:
            best[:] = [values]
            raise _Breaks

    with suppress(_Breaks, _Enough):
        search()
    return best[0] if best else None
