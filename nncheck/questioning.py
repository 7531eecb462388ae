"""Bundles -> answers: every question that needs no earlier answer, put to the student's functions."""

from collections.abc import Mapping, Sequence

from nncheck.cases.bundle import Bundle, Case, PropertyCase
from nncheck.interview import Interview
from nncheck.judge import property, reference
from nncheck.judge.evidence import Answered, Broken
from nncheck.records import Call, Outcome, OutcomeKind
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
        self.values: dict[str, Broken | None] = {}  # what is wrong with the float64 values, if anything

    def ask_all(self, backend: str, torch_possible: bool) -> None:
        """Ask for all cases, judge the values, and ask what properties of right functions need."""
        for name, bundle in self._bundles.items():
            if torch_possible and self._interview.defines(name):
                self._interview.choose_backend(name, bundle.group("values")[0].arguments, backend)
            self._ask_cases(name, bundle)
            self.values[name] = reference.agrees(self.group(name, ("values", "worked")))
        for name, bundle in self._bundles.items():
            self.related[name] = [self._ask_property(name, case) for case in bundle.properties]

    def group(self, name: str, groups: tuple[str, ...]) -> list[Answered]:
        """The answers to the cases of some groups."""
        return [each for each in self.given[name] if each.case.group in groups]

    def watched(self, name: str) -> list[Answered]:
        """The answers that came with the inputs as they were after the call, or did not come."""
        return [each for each in self.group(name, ("values",)) if _tells_inputs(each)]

    def first(self, name: str) -> list[Answered]:
        """The first answers to the cases that were asked again."""
        by_name = {each.case.name: each for each in self.given[name]}
        return [by_name[each.case.name] for each in self.again[name]]

    def wrong(self, names: tuple[str, ...]) -> list[str]:
        """Those of the functions whose values are not right, or were not asked for."""
        return [name for name in names if self.values.get(name, NOT_ASKED) is not None]

    def _ask_cases(self, name: str, bundle: Bundle) -> None:
        typical = [case for case in bundle.cases if case.group == "values"]
        watched = {case.name for case in typical[-_WATCHED:]}
        repeated = [*typical[-1:], *typical[-1 : -_REPEATED - 1 : -1]]  # once at once, and again after others
        calls = [
            Call(function=name, arguments=case.arguments, return_inputs=case.name in watched)
            for case in bundle.cases
        ]
        again = [Call(function=name, arguments=case.arguments) for case in repeated]
        outcomes = self._outcomes(name, calls + again)
        self.given[name] = _answered(bundle.cases, outcomes[: len(calls)])
        self.again[name] = _answered(repeated, outcomes[len(calls) :])

    def _ask_property(self, name: str, case: PropertyCase) -> list[Outcome]:
        promised = self._exercise.functions[name].promised(case.property)
        return [] if self.wrong(promised.needs) else self._outcomes(name, property.questions(name, case))

    def _outcomes(self, name: str, calls: list[Call]) -> list[Outcome]:
        if not self._interview.defines(name) and self._interview.loaded.died is None:
            return [Outcome(kind=OutcomeKind.MISSING)] * len(calls)
        return self._interview.calls(name, calls)


def _answered(cases: Sequence[Case], outcomes: Sequence[Outcome]) -> list[Answered]:
    return [Answered(case=case, outcome=outcome) for case, outcome in zip(cases, outcomes, strict=True)]


def _tells_inputs(answered: Answered) -> bool:
    return answered.outcome.inputs_after is not None or answered.outcome.kind != OutcomeKind.VALUE
