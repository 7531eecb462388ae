"""Submissions through all stages, in real processes: what counts, what is skipped, what is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from students import EXERCISES
from students import check_result as check
from students import function_result as function

from nncheck.devices import cuda_missing
from nncheck.errors import UsageError
from nncheck.pipeline import Grader, Settings
from nncheck.records import ExerciseResult, Report, Status, SubmissionResult
from nncheck.reference.store import Store
from nncheck.report.json import render
from nncheck.submission import read_submission

Grade = Callable[..., SubmissionResult]

SIGMOID = "def sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n"
NAIVE = "def sigmoid(x):\n    return np.exp(x) / (1 + np.exp(x))\n"
WRONG = "def sigmoid(x):\n    return 1 / (1 + np.exp(x))\n"
SLOPE = "def sigmoid_grad(x):\n    s = 1 / (1 + np.exp(-x))\n    return s * (1 - s)\n"
LOSS = "def loss(a2, t):\n    return ((a2 - t) ** 2).sum() / 2\n"


def only(result: SubmissionResult) -> ExerciseResult:
    """The one exercise of a result."""
    (exercise,) = result.exercises
    return exercise


def test_a_misspelt_function_is_asked_after(grade: Grade) -> None:
    """Where nothing else is there to be graded, the nearest name is told."""
    notes = grade(SIGMOID.replace("sigmoid", "sigmiod"), "x = 1").notes
    assert any("for sigmiod, did you mean sigmoid?" in note for note in notes)
    assert any("nncheck list names them" in note for note in grade("x = 1").notes)


# --- what counts ---------------------------------------------------------------------------------


def test_functions_that_are_defined_count(grade: Grade) -> None:
    """The others are listed as not attempted; other exercises do not appear; imports do not count."""
    result = grade(SIGMOID, SLOPE, "from math import tanh")
    exercise = only(result)
    assert exercise.exercise == "activations"
    assert [each.function for each in exercise.functions] == ["sigmoid", "sigmoid_grad"]
    assert "tanh" in exercise.not_attempted
    assert len(exercise.not_attempted) == 12
    assert result.score == result.max_score == 2.0


def test_assigned_functions_count_too(grade: Grade) -> None:
    """A lambda or an alias is a definition."""
    assert [each.function for each in only(grade("sigmoid = lambda x: 1 / (1 + np.exp(-x))")).functions] == [
        "sigmoid"
    ]


def test_several_exercises_of_one_file(grade: Grade) -> None:
    """Each has its own result, and the totals add up."""
    result = grade(SIGMOID, LOSS)
    assert {each.exercise for each in result.exercises} == {"activations", "backprop"}
    assert result.score == result.max_score == sum(each.max_score for each in result.exercises)


def test_nothing_defined_is_nothing_graded(grade: Grade) -> None:
    """A file without a known function has no exercises and no points."""
    result = grade("x = 3")
    assert (result.exercises, result.score, result.max_score) == ((), 0.0, 0.0)


def test_an_exercise_that_is_asked_for_counts_whole(grade: Grade) -> None:
    """A missing function scores 0 and says so."""
    result = grade(LOSS, exercises=("backprop",))
    assert [each.function for each in only(result).functions] == list(EXERCISES["backprop"].functions)
    assert (function(result, "loss").score, function(result, "forward").score) == (1.0, 0.0)
    assert function(result, "forward").max_score == 1.0
    assert check(result, "forward", "values").message == "it is not defined"


def test_functions_that_are_asked_for_count_alone(grade: Grade) -> None:
    """--function limits the grading to those named, missing ones included."""
    result = grade(SIGMOID, SLOPE, functions=("sigmoid", "tanh"))
    assert [each.function for each in only(result).functions] == ["sigmoid", "tanh"]
    assert (result.score, result.max_score) == (1.0, 2.0)


def test_a_line_of_the_submission_limits_it(grade: Grade) -> None:
    """`# nncheck: backprop` leaves the other exercises out, but counts no function that is not there."""
    result = grade("# nncheck: backprop", SIGMOID, LOSS)
    assert [each.exercise for each in result.exercises] == ["backprop"]
    assert [each.function for each in only(result).functions] == ["loss"]


# --- points --------------------------------------------------------------------------------------


def test_a_naive_form_loses_the_stability_points_only(grade: Grade) -> None:
    """e^x / (1 + e^x) is right where it does not overflow."""
    result = grade(NAIVE)
    failed = [each for each in function(result, "sigmoid").checks if each.status == Status.FAILED]
    assert [each.check for each in failed] == ["stability"]
    assert result.score == pytest.approx(1.0 - failed[0].max_score)
    assert [each.id for each in failed[0].misconceptions] == ["NN191"]


def test_wrong_values_leave_a_quarter_at_most(grade: Grade) -> None:
    """However many manners are kept, a wrong function earns no more."""
    result = grade(WRONG)
    assert 0 < result.score <= 0.25
    values = check(result, "sigmoid", "values")
    assert values.status == Status.FAILED
    assert [each.id for each in values.misconceptions] == ["NN101"]
    assert values.counterexample is not None
    assert values.counterexample.inputs["x"].tolist() == [1.0]
    assert values.location is not None
    assert (values.location.cell, values.location.line) == ("submission.py", 2)


def test_a_slope_waits_for_its_function(grade: Grade) -> None:
    """With a wrong sigmoid there is no verdict on the slope of that sigmoid, and no points for it."""
    slope = check(grade(WRONG, SLOPE), "sigmoid_grad", "slope")
    assert (slope.status, slope.message) == (Status.SKIPPED, "your sigmoid is not right yet")
    assert slope.score == 0.0
    assert slope.max_score > 0


def test_a_slope_of_a_missing_function_costs_nothing(grade: Grade) -> None:
    """What the submission does not define cannot be compared with, and nothing is lost."""
    result = grade(SLOPE)
    slope = check(result, "sigmoid_grad", "slope")
    assert (slope.status, slope.max_score) == (Status.SKIPPED, 0.0)
    assert "does not define" in str(slope.message)
    assert result.score == result.max_score


def test_a_missing_gpu_costs_nothing(grade: Grade) -> None:
    """It is skipped, with the reason."""
    result = grade(SIGMOID, device="cpu")
    torch = check(result, "sigmoid", "torch", "cuda")
    assert (torch.status, torch.message, torch.max_score) == (
        Status.SKIPPED,
        "not asked for (--device cpu)",
        0.0,
    )
    assert result.score == result.max_score


# --- the same again ------------------------------------------------------------------------------


def report(result: SubmissionResult, grader: Grader) -> bytes:
    """What --format json writes."""
    return render(Report(submissions=(result,), environment=grader.environment())).encode()


def test_the_same_file_gives_the_same_bytes(
    grade: Grade, grader: Grader, tmp_path: Path, store: Store
) -> None:
    """Failures, counterexamples and diagnoses included, from the same grader or another one."""
    source = (WRONG, SLOPE, "def tanh(x):\n    raise ValueError(object())\n", LOSS)
    first = report(grade(*source), grader)
    assert report(grade(*source), grader) == first
    with Grader(EXERCISES, Settings(), store=store) as other:
        assert report(other.grade(read_submission(tmp_path / "submission.py")), other) == first


def test_a_secret_seed_is_in_no_report(tmp_path: Path, store: Store) -> None:
    """Where the seed came from a file, the environment says null."""
    with Grader(EXERCISES, Settings(seed=2**130 + 7, secret_seed=True), store=store) as secret:
        assert secret.environment().seed is None
    with Grader(EXERCISES, Settings(seed=12), store=store) as plain:
        assert plain.environment().seed == 12


# --- names that nobody knows ---------------------------------------------------------------------

UNKNOWN = [
    ({"exercises": ("activation",)}, "unknown exercise 'activation'; did you mean activations"),
    ({"functions": ("sigmoide",)}, "unknown function 'sigmoide'; did you mean sigmoid or sigmoid_grad"),
    ({"exercises": ("softmax",), "functions": ("sigmoid",)}, "unknown function 'sigmoid'; "),
    ({"device": "cuda"}, "--device cuda: "),
]


@pytest.mark.parametrize(("settings", "sentence"), UNKNOWN, ids=[sentence for _, sentence in UNKNOWN])
def test_unknown_names_are_usage_errors(settings: dict[str, Any], sentence: str, grade: Grade) -> None:
    """The sentence lists what is known, nearest first; nothing falls back to something else."""
    if settings.get("device") == "cuda" and not cuda_missing():
        pytest.skip("this machine has a GPU")
    with pytest.raises(UsageError) as caught:
        grade(SIGMOID, **settings)
    assert str(caught.value).startswith(sentence)


def test_a_submission_that_names_an_unknown_exercise_is_still_graded(grade: Grade) -> None:
    """A typing error in the `# nncheck:` line is the student's: it is noted, and the rest is graded."""
    result = grade("# nncheck: activation, activations", SIGMOID)
    assert function(result, "sigmoid").score == 1.0
    assert any("activation" in note for note in result.notes)
