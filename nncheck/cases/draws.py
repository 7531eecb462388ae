"""Strategies -> arguments: seeded draws, and the search for the smallest counterexample."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from nncheck.cases.strategies import COARSE, FINE, WHOLE, arguments
from nncheck.spec.exercise import Function

# Hypothesis draws constants that it finds in whatever local modules are loaded: the cases would then
# differ between a wheel and a checkout. There is no public switch.
providers._get_local_constants = Constants

_RUNS_PER_CALL = 2  # hypothesis repeats itself while it shrinks; repeats cost no call


class _Breaks(Exception):
    """The promise is broken on these arguments."""


class _Enough(BaseException):
    """Ends a search; hypothesis lets it through because it is no Exception."""


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
    @given(arguments(function, COARSE if coarse else FINE))
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
    @given(arguments(function, WHOLE))
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
