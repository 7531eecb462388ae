"""Bundles -> the calls that need no earlier answer: the same for every submission, so made once."""

from collections.abc import Callable, Sequence
from functools import lru_cache

import msgspec

from nncheck.cases.bundle import Bundle, Case, Drawing
from nncheck.judge import property
from nncheck.records import Call, Random, Steps
from nncheck.sandbox.script import Script
from nncheck.spec.exercise import Function

REPEATED = 3
WATCHED = 3  # cases whose inputs are looked at after the call
KEPT = 512  # bundles whose questions are kept: more than a course has functions


class Questions:
    """What is asked of one function."""

    def __init__(self, function: Function, bundle: Bundle):
        self._name, self._steps = function.name, function.steps
        self.typical = bundle.group("shapes" if function.random else "values")  # these can be asked for often
        going_on = [case for case in self.typical if _goes_on(case, function.steps)]
        # once at once, and again after others
        self.repeated = [] if function.random else [*going_on[-1:], *going_on[-1 : -REPEATED - 1 : -1]]
        self.drawn = [draws(function.name, drawing) for drawing in bundle.drawings]
        watched = {case.name for case in going_on[-WATCHED:]}
        self.of_cases = Script([*self._of_cases(bundle.cases, watched), *self._again(self.repeated)])
        self.of_drawings = Script(call for each in self.drawn for call in each)
        self.properties = [Script(property.questions(function.name, case)) for case in bundle.properties]

    def _of_cases(self, cases: Sequence[Case], watched: set[str]) -> list[Call]:
        return [
            Call(function=self._name, arguments=case.arguments, return_inputs=case.name in watched)
            for case in cases
        ]

    def _again(self, cases: Sequence[Case]) -> list[Call]:
        between = msgspec.structs.replace(self._steps, between=True) if self._steps else None
        return [
            Call(function=self._name, arguments=case.arguments, steps=between if number else None)
            for number, case in enumerate(cases)
        ]


@lru_cache(KEPT)
def questions_of(function: Function, bundle: Bundle) -> Questions:
    """What is asked of a function, made once for each bundle in memory."""
    return Questions(function, bundle)


def draws(name: str, drawing: Drawing) -> list[Call]:
    """The calls of a drawing, in the order of the fields of Drawn."""

    def call(change: Callable[[Random], Random], ambient_seed: int = 0) -> Call:
        arguments = tuple(change(each) if isinstance(each, Random) else each for each in drawing.arguments)
        return Call(function=name, arguments=arguments, ambient_seed=ambient_seed)

    if not drawing.thorough:
        return [call(lambda rng: rng)]
    return [
        call(lambda rng: rng),
        call(lambda rng: Random(seed=rng.seed, again=True)),
        call(lambda rng: rng, ambient_seed=1),
        call(lambda rng: Random(seed=rng.seed ^ 1)),
    ]


def _goes_on(case: Case, steps: Steps | None) -> bool:
    """Whether there is a second step, where there are steps: it shows what the first one left behind."""
    return steps is None or len(case.arguments[steps.over]) > 1
