"""Plain functions in the part of a student's: cases answered without a sandbox; and parts of results."""

import copy
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from nncheck.cases.bundle import Case
from nncheck.judge.evidence import Answered
from nncheck.records import CheckResult, FunctionResult, Outcome, OutcomeKind, SubmissionResult
from nncheck.reference.floats import in_floats
from nncheck.reference.trace import numbers, trace
from nncheck.spec import Function, load_exercises
from nncheck.spec.trees import map_leaves

EXERCISES = load_exercises()
EVERY = [(exercise, name) for exercise in EXERCISES for name in EXERCISES[exercise].functions]
FUNCTIONS = [pair for pair in EVERY if not EXERCISES[pair[0]].functions[pair[1]].random]  # of exact answers
RANDOM = [pair for pair in EVERY if pair not in FUNCTIONS]
FUNCTION_IDS = [f"{exercise}.{name}" for exercise, name in FUNCTIONS]

Student = Callable[..., Any]


def function_named(name: str) -> Function:
    """A function of the exercises that ship, by its name alone."""
    return next(EXERCISES[exercise].functions[name] for exercise, each in EVERY if each == name)


def asked(student: Student, arguments: tuple[Any, ...]) -> Outcome:
    """What a worker would say about one call, on copies of the arguments."""
    given = copy.deepcopy(arguments)
    try:
        with np.errstate(all="ignore"):
            value = student(*given)
    except Exception as error:  # noqa: BLE001 - whatever it raises is its outcome
        return Outcome(kind=OutcomeKind.EXCEPTION, error=type(error).__name__, message=str(error))
    return Outcome(kind=OutcomeKind.VALUE, value=map_leaves(_plain, value), inputs_after=given)


def answered(cases: Iterable[Case], student: Student) -> list[Answered]:
    """Every case with the student's outcome."""
    return [Answered(case=case, outcome=asked(student, case.arguments)) for case in cases]


def in_double(formula: Callable[..., Any]) -> Student:
    """The student who computes a formula operation by operation in float64."""

    def student(*arguments: Any) -> Any:
        traced = trace(formula, arguments)
        inputs = {node.order: value for node, value in zip(traced.inputs, numbers(arguments), strict=True)}
        values = iter(in_floats(traced.outputs, inputs, "float64"))
        return map_leaves(
            lambda leaf: np.array([next(values) for _ in leaf.flat]).reshape(leaf.shape), traced.answer
        )

    return student


def function_result(result: SubmissionResult, name: str) -> FunctionResult:
    """One function's result."""
    return next(each for exercise in result.exercises for each in exercise.functions if each.function == name)


def check_result(result: SubmissionResult, name: str, called: str, device: str = "cpu") -> CheckResult:
    """One check's result."""
    return next(
        each for each in function_result(result, name).checks if (each.check, each.device) == (called, device)
    )


def _plain(leaf: Any) -> Any:
    return np.asarray(leaf) if isinstance(leaf, np.generic) else leaf
