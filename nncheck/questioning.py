"""Bundles -> answers: every question that needs no earlier answer, put to the student's functions."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from nncheck.cases.bundle import Bundle, Case
from nncheck.interview import Interview, Part
from nncheck.judge import distribution, glance, reference
from nncheck.judge.distribution import Drawn
from nncheck.judge.evidence import UNWRITTEN, Answered, Broken
from nncheck.questions import questions_of
from nncheck.records import Outcome, OutcomeKind
from nncheck.sandbox.script import Script
from nncheck.spec.exercise import Exercise

NOT_ASKED = Broken(sentence="not asked")
NOTHING = Script(())


class Answers:
    """What a submission's functions of one exercise answered."""

    def __init__(self, exercise: Exercise, bundles: Mapping[str, Bundle], interview: Interview):
        self._exercise, self._bundles, self._interview = exercise, bundles, interview
        self._questions = {
            name: questions_of(exercise.functions[name], bundle) for name, bundle in bundles.items()
        }
        self.given: dict[str, list[Answered]] = {}
        self.again: dict[str, list[Answered]] = {}  # to cases that were asked before
        self.related: dict[str, list[list[Outcome]]] = {}  # to each property case
        self.drawn: dict[str, list[Drawn]] = {}  # by functions that draw random numbers
        self.values: dict[str, Broken | None] = {}  # what is wrong with the float64 values, if anything

    def ask_all(self, backend: str, torch_possible: bool) -> None:
        """Ask for all cases, judge the values, and ask what properties of right functions need."""
        functions = self._exercise.functions.items()
        self._interview.steps.update({name: each.steps for name, each in functions if each.steps})
        if torch_possible:
            for name in self._bundles:
                self._choose_backend(name, backend)
                self._ask_cases([name])
        else:
            self._ask_cases(list(self._bundles))
        self._ask_properties()

    def group(self, name: str, groups: tuple[str, ...]) -> list[Answered]:
        """The answers to the cases of some groups."""
        return [each for each in self.given[name] if each.case.group in groups]

    def watched(self, name: str) -> list[Answered]:
        """The answers that came with the inputs as they were after the call, or did not come."""
        typical = {case.name for case in self._questions[name].typical}
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

    def unwritten(self, names: tuple[str, ...]) -> list[str]:
        """Those of the functions that only raise a bare NotImplementedError."""
        return [name for name in names if (self.values.get(name) or NOT_ASKED).sentence == UNWRITTEN]

    def _choose_backend(self, name: str, backend: str) -> None:
        if self._interview.defines(name):
            self._interview.choose_backend(name, self._questions[name].typical[0].arguments, backend)

    def _ask_cases(self, names: Sequence[str]) -> None:
        """Ask for the cases and drawings of some functions, all at once, and judge the values."""
        asked = ((name, self._questions[name]) for name in names)
        parts = [(name, script) for name, each in asked for script in (each.of_cases, each.of_drawings)]
        outcomes = self._outcomes(parts)
        for name in names:
            self._take_cases(name, iter(next(outcomes)))
            self._take_drawings(name, iter(next(outcomes)))
            self.values[name] = self._main(name)

    def _take_cases(self, name: str, outcomes: Iterator[Outcome]) -> None:
        bundle = self._bundles[name]
        self.given[name] = glance.answered(bundle, list(islice(outcomes, len(bundle.cases))))
        self.again[name] = _answered(self._questions[name].repeated, outcomes)

    def _take_drawings(self, name: str, outcomes: Iterator[Outcome]) -> None:
        answers = [list(islice(outcomes, len(calls))) for calls in self._questions[name].drawn]
        self.drawn[name] = [
            Drawn(drawing=drawing, **dict(zip(("first", "again", "afresh", "other"), each, strict=False)))
            for drawing, each in zip(self._bundles[name].drawings, answers, strict=True)
        ]

    def _main(self, name: str) -> Broken | None:
        """What is wrong with the numbers themselves."""
        function = self._exercise.functions[name]
        if function.random:
            return distribution.follows(function, self.drawn_for(name, ("distribution",)))
        return reference.agrees(self.group(name, ("values", "worked")))

    def _ask_properties(self) -> None:
        """Ask what the properties of functions need, where the functions that they need are right."""
        parts = [
            (name, script if self._can_be_tried(name, case.property) else NOTHING)
            for name, bundle in self._bundles.items()
            for case, script in zip(bundle.properties, self._questions[name].properties, strict=True)
        ]
        self.related = {name: [] for name in self._bundles}
        for (name, _), outcomes in zip(parts, self._outcomes(parts), strict=True):
            self.related[name].append(outcomes)

    def _can_be_tried(self, name: str, named: str) -> bool:
        return not self.wrong(self._exercise.functions[name].promised(named).needs)

    def _outcomes(self, parts: Sequence[Part]) -> Iterator[list[Outcome]]:
        """The outcomes of each part; functions that are not there are not asked for."""
        outcomes = iter(self._interview.ask([part for part in parts if self._is_asked(part[0])]))
        for name, script in parts:
            asked = self._is_asked(name)
            yield next(outcomes) if asked else [Outcome(kind=OutcomeKind.MISSING)] * len(script)

    def _is_asked(self, name: str) -> bool:
        return self._interview.defines(name) or self._interview.loaded.died is not None


def _answered(cases: Sequence[Case], outcomes: Iterator[Outcome]) -> list[Answered]:
    """The next answers, one for each case."""
    return [Answered(case=case, outcome=next(outcomes)) for case in cases]


def _tells_inputs(answered: Answered) -> bool:
    return answered.outcome.inputs_after is not None or answered.outcome.kind != OutcomeKind.VALUE
