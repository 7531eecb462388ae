"""One mistake costs one function: those that call it are graded with the student's own."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, function_result

from nncheck.cases.bundle import Case
from nncheck.dependence import right_apart_from
from nncheck.judge.evidence import Answered
from nncheck.pipeline import Grader, Settings
from nncheck.records import Cell, Outcome, OutcomeKind, Status, Submission, SubmissionResult
from nncheck.reference.store import Store
from nncheck.spec import Function, reals

FOLDER = Path(__file__).resolve().parent.parent / "solutions"
WRONG_SIGMOID = "import numpy as np\ndef sigmoid(x):\n    return 1 / (1 + np.exp(x))\n"
GRAD = "def sigmoid_grad(x):\n    s = sigmoid(x)\n    return s * (1 - s)\n"
LOSS_GRAD = "def bce_with_logits_grad(z, y):\n    return (sigmoid(z) - y) / max(np.size(z), 1)\n"


def graded(store: Store, source: str, **settings: Any) -> SubmissionResult:
    """The result of a submission with this source."""
    submission = Submission(name="s.py", sha256="", cells=(Cell(name="s.py", source=source),))
    with Grader(EXERCISES, Settings(explain=False, **settings), store=store) as grader:
        return grader.grade(submission)


def test_a_wrong_function_costs_no_other_its_points(store: Store) -> None:
    """The slope of a wrong sigmoid gets full marks, in its own exercise and in another one, with a note."""
    result = graded(store, WRONG_SIGMOID + GRAD + LOSS_GRAD)
    assert function_result(result, "sigmoid").score <= 0.25
    for name in ("sigmoid_grad", "bce_with_logits_grad"):
        assert function_result(result, name).score == function_result(result, name).max_score == 1
        assert f"{name} is right apart from your sigmoid, and was graded with it" in result.notes


@pytest.mark.parametrize(
    ("change", "to"),
    [("s * (1 - s)", "s * (1 + s)"), ("s * (1 - s)", "s * (1 - s) + 1e-9"), ("s * (1 - s)", "s")],
)
def test_a_mistake_of_its_own_costs_points(store: Store, change: str, to: str) -> None:
    """With a wrong sigmoid too, the slope must be that of this sigmoid, to the last digits."""
    result = graded(store, WRONG_SIGMOID + GRAD.replace(change, to))
    assert function_result(result, "sigmoid_grad").score <= 0.25


RIGHT_SIGMOID = """import numpy as np
def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)
"""
CLIPPED = "def sigmoid_grad(x):\n    x = np.clip(x, -30, 30)\n    return sigmoid(x) * sigmoid(-x)\n"


def test_a_right_function_is_no_excuse(store: Store) -> None:
    """What is wrong far out alone, where no formula is followed, is not put down to a right sigmoid."""
    result = graded(store, RIGHT_SIGMOID + CLIPPED)
    assert function_result(result, "sigmoid").score == 1
    assert function_result(result, "sigmoid_grad").score <= 0.25
    assert result.notes == ()


def test_what_is_not_graded_is_no_excuse(store: Store) -> None:
    """Where the wrong sigmoid itself costs nothing, the functions that call it are wrong."""
    alone = graded(
        store, WRONG_SIGMOID + LOSS_GRAD, exercises=("losses",), functions=("bce_with_logits_grad",)
    )
    assert function_result(alone, "bce_with_logits_grad").score <= 0.25


@pytest.mark.parametrize(
    "constant", ["0 * x", "0 * x + 0.5", "0 * x + np.inf", "np.zeros(3)", "None", "{}", "[x]"]
)
def test_a_function_that_says_nothing_is_no_excuse(store: Store, constant: str) -> None:
    """A sigmoid that gives the same for every x, or no numbers, makes nobody else's answer right."""
    source = f"import numpy as np\ndef sigmoid(x):\n    return {constant}\n" + GRAD
    assert function_result(graded(store, source), "sigmoid_grad").score <= 0.25


FROZEN = """import numpy as np
def sgd_step(params, grads, lr):
    return {k: v - lr * grads[k] if k.startswith("W") else v + 0 for k, v in params.items()}
"""


def test_a_part_that_stays_as_it_was_is_an_excuse(store: Store) -> None:
    """Biases that are not moved are numbers that vary from case to case, if not in every case."""
    right = (FOLDER / "backprop" / "right" / "numpy_matrix.py").read_text("utf-8")
    names = "\n".join(re.sub(r"\bdef sgd_step\b", "def unused", right).splitlines())
    result = graded(store, f"{names}\n{FROZEN}", exercises=("backprop",))
    assert function_result(result, "sgd_step").score <= 0.25
    assert function_result(result, "train_step").score == 2
    assert "train_step is right apart from your sgd_step, and was graded with it" in result.notes


def test_a_function_that_ends_its_process_is_no_excuse_and_costs_no_other_one(store: Store) -> None:
    """It is asked in a process of its own, whose end leaves what was graded as it is."""
    dies = "import numpy as np\ncalls = []\ndef sigmoid(x):\n    raise SystemExit\n"
    result = graded(
        store, dies + GRAD.replace("sigmoid(x)", "1 / (1 + np.exp(x))") + "def identity(x):\n    return x\n"
    )
    assert function_result(result, "identity").score == 1
    assert function_result(result, "sigmoid_grad").score <= 0.25


def double(x: Any) -> Any:
    """Twice the sine of x, if there were one."""
    return 2 * x


OWN = Function(double, {"x": reals(-1, 1, "n")}, with_own=(lambda own, x: 2 * own.half(x),))
CASE = Case(
    name="typical", why="", group="values", arguments=(np.array([0.5, -0.25]),), exact=np.array([1.0, -0.5]),
    tolerance=np.full(2, 1e-16), scale=np.ones(2),
)  # fmt: skip


def asked_with(answer: Any, got: Any) -> tuple[str, ...]:
    """What `got` is right apart from, where the student's own function gives `answer`."""

    def ask(name: str, calls: Sequence[tuple[Any, ...]]) -> list[Outcome]:
        return [Outcome(kind=OutcomeKind.VALUE, value=answer(*arguments)) for arguments in calls]

    answered = Answered(case=CASE, outcome=Outcome(kind=OutcomeKind.VALUE, value=got))
    return right_apart_from(OWN, [answered], ask)


def test_the_tolerance_follows_from_the_students_function() -> None:
    """Where it is steep, what rounding does to its input is allowed for; where it is not, it is not."""
    x = CASE.arguments[0]
    steep, flat = (lambda x: 1e9 * (x - 0.5), lambda x: x + 1.0)
    off = 2 * np.finfo(float).eps
    assert asked_with(flat, 2 * flat(x)) == ("half",)
    assert asked_with(flat, 2 * flat(x) * (1 + 32 * off)) == ()
    assert asked_with(steep, 2 * steep(x) + 1e9 * off) == ("half",)
    assert asked_with(steep, 2 * steep(x) + 1e3) == ()


def test_status_of_what_passed_with_the_own_function(store: Store) -> None:
    """Its checks of numbers have passed, with no message, as in any report."""
    checks = function_result(graded(store, WRONG_SIGMOID + GRAD), "sigmoid_grad").checks
    values = next(each for each in checks if each.check == "values")
    assert (values.status, values.message, values.counterexample) == (Status.PASSED, None, None)
