"""Strategies -> arguments: seeded draws."""

from typing import Any

from hypothesis import HealthCheck, Phase, Verbosity, given, seed, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from nncheck.cases.strategies import COARSE, FINE, arguments
from nncheck.spec.exercise import Function

# Hypothesis draws constants that it finds in whatever local modules are loaded: the cases would then
# differ between a wheel and a checkout. There is no public switch.
providers._get_local_constants = Constants


def draw(function: Function, seed_: int, number: int, coarse: bool = False) -> list[tuple[Any, ...]]:
    """`number` argument tuples; the same for the same seed, whatever else is imported."""
    drawn: list[tuple[Any, ...]] = []

    @seed(seed_)
    @settings(
        max_examples=number + 1,
        phases=(Phase.generate,),
        database=None,
        deadline=None,
        derandomize=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    @given(arguments(function, COARSE if coarse else FINE))
    def collect(values: tuple[Any, ...]) -> None:
        drawn.append(values)

    collect()
    return drawn[1 : number + 1]  # the first is always the simplest possible: all zeros
