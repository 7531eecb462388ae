"""A play -> the verdicts on it: every judge at work, but on answers of ours in place of a student's."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from nncheck.authoring.answers import Answering, RightAnswers
from nncheck.cases.bundle import Bundle
from nncheck.errors import SpecError
from nncheck.examination import Examination, Explain
from nncheck.interview import Interview, Part
from nncheck.judge.steps import handed_over
from nncheck.records import Call, CheckResult, Loaded, Location, Outcome, OutcomeKind, Status
from nncheck.spec.exercise import Exercise

Play = Callable[[Call], Outcome]

_DEVICES = {"cpu": "", "cuda": "answers of ours have no device"}


class Rehearsal(Interview):
    """An interview without a submission: `play` answers every call."""

    def __init__(self, functions: Sequence[str], play: Play):
        self.loaded = Loaded(defined={name: Location(cell="rehearsal", line=1) for name in functions})
        self.backends, self.steps = {}, {}
        self._play = play

    def died(self, function: str) -> Outcome | None:
        """Nobody dies in a rehearsal."""
        return None

    def ask(self, parts: Sequence[Part]) -> list[list[Outcome]]:
        """What the play answers, in order."""
        return [[self._play(call) for call in self.made(script).calls] for _, script in parts]


def failing(exercise: Exercise, name: str, bundles: Mapping[str, Bundle], play: Play) -> set[str]:
    """The names of the checks of one function that the play fails.

    Raises SpecError where a check cannot be judged at all.
    """
    results = judged(exercise, name, bundles, play)
    return {each.check for each in results if each.status == Status.FAILED}


def judged(
    exercise: Exercise,
    name: str,
    bundles: Mapping[str, Bundle],
    play: Play,
    explain: Explain | None = None,
) -> Iterator[CheckResult]:
    """Every check of one function with what the play comes to, each judged when its result is asked for.

    Raises SpecError where a check cannot be judged at all.
    """
    examination = Examination(
        exercise, bundles, Rehearsal(list(exercise.functions), play), "numpy", _DEVICES, explain
    )
    examination.ask_all(torch_possible=False)
    for each in examination.judged(name):
        if each.result.status == Status.ERROR:
            raise SpecError(f"the check {each.result.check!r} cannot be judged: {each.result.message}")
        yield each.result


def with_needs(exercise: Exercise, name: str, bundle: Bundle) -> dict[str, Bundle]:
    """The bundle of a function, beside empty ones of those that its properties need: they count as right."""
    needed = {each for promised in exercise.functions[name].properties for each in promised.needs}
    return {**{each: Bundle(cases=()) for each in needed}, name: bundle}


def flawless(right: RightAnswers) -> Play:
    """Every answer is exact, and nothing is changed."""

    def play(call: Call) -> Outcome:
        return _with_inputs(right.answer(call.function, call.arguments), call)

    return play


def mistaken(right: RightAnswers, name: str, answering: Answering) -> Play:
    """One function answers by a wrong formula, the others are right."""

    def play(call: Call) -> Outcome:
        if call.function != name:
            return right.answer(call.function, call.arguments)
        return _with_inputs(answering(call.arguments), call)

    return play


def _with_inputs(outcome: Outcome, call: Call) -> Outcome:
    if not call.return_inputs or outcome.kind != OutcomeKind.VALUE:
        return outcome
    after: tuple[Any, ...] = call.arguments
    if call.steps:
        after = handed_over(after, outcome.value, call.steps)
    return Outcome(kind=outcome.kind, value=outcome.value, inputs_after=after)
