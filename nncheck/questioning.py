"""Bundles -> answers: every question that needs no earlier answer, put to the student's functions."""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from nncheck.cases.bundle import Bundle, Case, Drawing, PropertyCase
from nncheck.interview import Interview
from nncheck.judge import distribution, property, reference
from nncheck.judge.distribution import Drawn
from nncheck.judge.evidence import Answered, Broken
from nncheck.records import Call, Outcome, OutcomeKind, Random, Steps
from nncheck.spec.exercise import Exercise

NOT_ASKED = Broken(sentence="not asked")
_REPEATED = 3
_WATCHED = 3  # cases whose inputs are looked at after the call


class Answers:
    """What a submission's functions of one exercise answered."""

    def __init__(self, exercise: Exercise, bundles: Mapping[str, Bundle], interview: Interview):
        self._exercise, self._bundles, self._interview = exercise, bundles, interview
        self.given: dict[str, list[Answered]] = {}
        self.again: dict[str, list[Answered]] = {}  # to cases that were asked before
        self.related: dict[str, list[list[Outcome]]] = {}  # to each property case
        self.drawn: dict[str, list[Drawn]] = {}  # by functions that draw random numbers
        self.values: dict[str, Broken | None] = {}  # what is wrong with the float64 values, if anything

    def ask_all(self, backend: str, torch_possible: bool) -> None:
        """Ask for all cases, judge the values, and ask what properties of right functions need."""
        functions = self._exercise.functions.items()
        self._interview.steps.update({name: each.steps for name, each in functions if each.steps})
        for name, bundle in self._bundles.items():
            if torch_possible and self._interview.defines(name):
                self._interview.choose_backend(name, self._typical(name, bundle)[0].arguments, backend)
            self._ask_cases(name, bundle)
            self.drawn[name] = self._ask_drawings(name, bundle)
            self.values[name] = self._main(name)
        for name, bundle in self._bundles.items():
            self.related[name] = [self._ask_property(name, case) for case in bundle.properties]

    def group(self, name: str, groups: tuple[str, ...]) -> list[Answered]:
        """The answers to the cases of some groups."""
        return [each for each in self.given[name] if each.case.group in groups]

    def watched(self, name: str) -> list[Answered]:
        """The answers that came with the inputs as they were after the call, or did not come."""
        typical = {case.name for case in self._typical(name, self._bundles[name])}
        return [each for each in self.given[name] if each.case.name in typical and _tells_inputs(each)]

    def drawn_for(self, name: str, groups: tuple[str, ...]) -> list[Drawn]:
        """What was drawn for some groups."""
        return [each for each in self.drawn[name] if each.drawing.group in groups]

    def first(self, name: str) -> list[Answered]:
        """The first answers to the cases that were asked again."""
        by_name = {each.case.name: each for each in self.given[name]}
        return [by_name[each.case.name] for each in self.again[name]]

    def wrong(self, names: tuple[str, ...]) -> list[str]:
        """Those of the functions whose values are not right, or were not asked for."""
        return [name for name in names if self.values.get(name, NOT_ASKED) is not None]

    def _typical(self, name: str, bundle: Bundle) -> list[Case]:
        """Usual inputs, of a size that can be asked for often."""
        return bundle.group("shapes" if self._exercise.functions[name].random else "values")

    def _main(self, name: str) -> Broken | None:
        """What is wrong with the numbers themselves."""
        function = self._exercise.functions[name]
        if function.random:
            return distribution.follows(function, self.drawn_for(name, ("distribution",)))
        return reference.agrees(self.group(name, ("values", "worked")))

    def _ask_cases(self, name: str, bundle: Bundle) -> None:
        steps = self._exercise.functions[name].steps
        typical = [case for case in self._typical(name, bundle) if _goes_on(case, steps)]
        watched = {case.name for case in typical[-_WATCHED:]}
        repeated = [*typical[-1:], *typical[-1 : -_REPEATED - 1 : -1]]  # once at once, and again after others
        calls = [
            Call(function=name, arguments=case.arguments, return_inputs=case.name in watched)
            for case in bundle.cases
        ]
        if self._exercise.functions[name].random:
            repeated = []
        between = msgspec.structs.replace(steps, between=True) if steps else None
        again = [
            Call(function=name, arguments=case.arguments, steps=between if number else None)
            for number, case in enumerate(repeated)
        ]
        outcomes = self._outcomes(name, calls + again)
        self.given[name] = _answered(bundle.cases, outcomes[: len(calls)])
        self.again[name] = _answered(repeated, outcomes[len(calls) :])

    def _ask_drawings(self, name: str, bundle: Bundle) -> list[Drawn]:
        calls = [draws(name, drawing) for drawing in bundle.drawings]
        outcomes = iter(self._outcomes(name, [call for each in calls for call in each]))
        answers = [[next(outcomes) for _ in each] for each in calls]
        return [
            Drawn(drawing=drawing, **dict(zip(("first", "again", "afresh", "other"), each, strict=False)))
            for drawing, each in zip(bundle.drawings, answers, strict=True)
        ]

    def _ask_property(self, name: str, case: PropertyCase) -> list[Outcome]:
        promised = self._exercise.functions[name].promised(case.property)
        return [] if self.wrong(promised.needs) else self._outcomes(name, property.questions(name, case))

    def _outcomes(self, name: str, calls: list[Call]) -> list[Outcome]:
        if not self._interview.defines(name) and self._interview.loaded.died is None:
            return [Outcome(kind=OutcomeKind.MISSING)] * len(calls)
        return self._interview.calls(name, calls)


def draws(name: str, drawing: Drawing) -> list[Call]:
    """The calls of a drawing, in the order of the fields of Drawn."""

    def call(change: Callable[[Random], Random], ambient_seed: int = 0) -> Call:
        arguments = tuple(change(each) if isinstance(each, Random) else each for each in drawing.arguments)
        return Call(function=name, arguments=arguments, ambient_seed=ambient_seed)

    calls = [call(lambda rng: rng), call(lambda rng: Random(seed=rng.seed, again=True))]
    if drawing.thorough:
        calls += [call(lambda rng: rng, ambient_seed=1), call(lambda rng: Random(seed=rng.seed ^ 1))]
    return calls


def _answered(cases: Sequence[Case], outcomes: Sequence[Outcome]) -> list[Answered]:
    return [Answered(case=case, outcome=outcome) for case, outcome in zip(cases, outcomes, strict=True)]


def _goes_on(case: Case, steps: Steps | None) -> bool:
    """Whether there is a second step, where there are steps: it shows what the first one left behind."""
    return steps is None or len(case.arguments[steps.over]) > 1


def _tells_inputs(answered: Answered) -> bool:
    return answered.outcome.inputs_after is not None or answered.outcome.kind != OutcomeKind.VALUE
