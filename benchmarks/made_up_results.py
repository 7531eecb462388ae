"""Results of a class of any size, made up: nothing is graded."""

import random
from collections.abc import Iterator

from nncheck.records import (
    CheckResult,
    ExerciseResult,
    FunctionResult,
    Named,
    Status,
    SubmissionResult,
)

GIVEN = ("Ada", "Bao", "Chidi", "Dina", "Emre", "Farah", "Goran", "Hana", "Igor", "Juno", "Kofi", "Lena")
FAMILY = ("Chen", "Okafor", "Müller", "Silva", "Haddad", "Novak", "Tanaka", "Rossi", "Larsen", "Kim")
CHECKS = ("values", "values_float32", "torch", "shapes", "dtype", "unchanged_inputs", "stability")
ASSIGNMENT = {  # the share of submissions that get a function wrong
    "activations": {"sigmoid": 0.15, "tanh": 0.05, "relu": 0.04, "gelu_grad": 0.35},
    "softmax": {"softmax": 0.25, "softmax_jacobian": 0.45},
    "backprop": {"forward": 0.08, "backward": 0.4, "train_step": 0.3},
}
MISTAKES = {
    "sigmoid": [("NN101", "the sign in the exponential", "As x grows, does e^x grow or shrink?")],
    "relu": [("NN111", "|x| in place of relu", "What should relu(-1) be?")],
    "gelu_grad": [("NN131", "one term of the product rule", "How many factors depend on x?")],
    "softmax": [("NN201", "sums over all rows", "What should each row sum to?")],
    "softmax_jacobian": [("NN202", "only the diagonal", "Does the first probability depend on z2?")],
    "backward": [
        ("NN301", "the derivative of sigmoid is left out", "What stands between z and a?"),
        ("NN302", "W2 is not transposed", "Which shape has the error of the hidden layer?"),
    ],
    "train_step": [("NN312", "weights updated one after the other", "Which W2 sent the error back?")],
}
_HOUR = 3600.0
_MONDAY = 1_793_577_600.0  # 2 November 2026


def results(count: int) -> Iterator[SubmissionResult]:
    """That many submissions, always the same."""
    return (_result(number) for number in range(count))


def times(count: int) -> Iterator[tuple[str, float]]:
    """When they were handed in: most shortly before the deadline, some several times."""
    for number in range(count):
        draw = random.Random(-number - 1)
        for _ in range(draw.choice((1, 1, 2, 2, 3, 5))):
            yield _name(number), _MONDAY + 14 * 24 * _HOUR * draw.betavariate(4, 1.3)


def _name(number: int) -> str:
    given, family = GIVEN[number % len(GIVEN)], FAMILY[(number // len(GIVEN) + number) % len(FAMILY)]
    namesake = number // (len(GIVEN) * len(FAMILY))
    return f"homework/{given} {family}{f' {namesake + 1}' if namesake else ''}/submission.py"


def _result(number: int) -> SubmissionResult:
    draw = random.Random(number)
    if draw.random() < 0.01:
        note = "submission.py is not UTF-8 text; save it as UTF-8"
        return _submission(number, (), (note,), 9.0)
    weakness = draw.choice((0.2, 0.6, 1.0, 1.4, 2.0))
    exercises = tuple(_exercise(name, shares, draw, weakness) for name, shares in ASSIGNMENT.items())
    return _submission(number, exercises, (), sum(each.max_score for each in exercises))


def _submission(
    number: int, exercises: tuple[ExerciseResult, ...], notes: tuple[str, ...], points: float
) -> SubmissionResult:
    return SubmissionResult(
        submission=_name(number),
        sha256=f"{number:064x}",
        score=sum(each.score for each in exercises),
        max_score=points,
        exercises=exercises,
        notes=notes,
    )


def _exercise(name: str, shares: dict[str, float], draw: random.Random, weakness: float) -> ExerciseResult:
    made = tuple(_function(each, draw, wrong * weakness) for each, wrong in shares.items())
    return ExerciseResult(
        exercise=name,
        score=sum(each.score for each in made),
        max_score=sum(each.max_score for each in made),
        functions=made,
    )


def _function(name: str, draw: random.Random, wrong: float) -> FunctionResult:
    failed: set[str] = set()
    named: tuple[Named, ...] = ()
    if draw.random() < wrong:
        failed = set(draw.choice((CHECKS[:3], CHECKS[:3], ("stability",), ("shapes", *CHECKS[:3]))))
        if name in MISTAKES and "values" in failed and draw.random() < 0.8:
            number, title, hint = draw.choice(MISTAKES[name])
            named = (Named(id=number, title=title, hint=hint),)
    checks = tuple(_check(each, each in failed, named if each == "values" else ()) for each in CHECKS)
    earned = sum(each.score for each in checks)
    score = min(earned, 0.25) if "values" in failed else earned
    return FunctionResult(function=name, score=1.0 if not failed else score, max_score=1.0, checks=checks)


def _check(name: str, failed: bool, named: tuple[Named, ...]) -> CheckResult:
    points = 1 / len(CHECKS)
    return CheckResult(
        check=name,
        kind="reference",
        device="cpu",
        status=Status.FAILED if failed else Status.PASSED,
        promise=f"{name} holds",
        score=0.0 if failed else points,
        max_score=points,
        message=f"answer[{CHECKS.index(name)}] = 0.27, expected 0.73" if failed else None,
        misconceptions=named,
    )
