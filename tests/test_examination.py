"""One submission's functions of one exercise: asked once, judged check by check."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from students import EXERCISES

from nncheck.cases.bundle import Bundle
from nncheck.examination import Examination
from nncheck.explain import explained
from nncheck.interview import Interview
from nncheck.judge import contract
from nncheck.judge.evidence import Explanation
from nncheck.records import Cell, Limits, Status, Submission
from nncheck.sandbox.session import Sandbox
from nncheck.scoring import Judged, scored
from nncheck.spec import Exercise, Function, load_exercises

Bundles = Callable[[str], dict[str, Bundle]]
LIMITS = Limits(call_wall_seconds=5.0, call_cpu_seconds=2.0)
CPU_ONLY = {"cpu": "", "cuda": "no CUDA device on this machine"}

GOOD = "import numpy as np\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n"
HANGS = GOOD + "def tanh(x):\n    while True:\n        pass\ndef relu(x):\n    return np.maximum(x, 0.0)\n"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote for this file."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


def submission(source: str) -> Submission:
    return Submission(name="submission.py", sha256="", cells=(Cell(name="submission.py", source=source),))


def examined(
    sandbox: Sandbox,
    bundles: Bundles,
    source: str,
    names: list[str],
    explain: Any = None,
    exercise: Any = None,
) -> dict[str, list[Judged]]:
    """Every check of some functions of the activations."""
    exercise = exercise or EXERCISES["activations"]
    chosen = {name: bundles("activations")[name] for name in names}
    with Interview(sandbox, submission(source), (), LIMITS) as interview:
        examination = Examination(exercise, chosen, interview, "auto", CPU_ONLY, explain)
        examination.ask_all(torch_possible=False)
        return {name: list(examination.judged(name)) for name in names}


def statuses(judged: list[Judged]) -> set[Status]:
    return {each.result.status for each in judged if each.counts}


@pytest.mark.parametrize("beside", ["", "def sigmoid(x):\n    raise NotImplementedError\n"])
def test_a_function_that_is_not_written_costs_no_other_its_points(
    sandbox: Sandbox, bundles: Bundles, beside: str
) -> None:
    """A stub counts as little as a function that is not there; a wrong one is another matter."""
    slope = "import numpy as np\ndef sigmoid_grad(x):\n    s = 1 / (1 + np.exp(-x))\n    return s * (1 - s)\n"
    judged = examined(sandbox, bundles, beside + slope, ["sigmoid", "sigmoid_grad"])["sigmoid_grad"]
    assert statuses(judged) == {Status.PASSED}
    (skipped,) = (each for each in judged if each.check.name == "slope")
    assert skipped.result.message == (
        "needs your sigmoid, which is not written yet"
        if beside
        else "needs your sigmoid, which the submission does not define"
    )
    wrong = examined(
        sandbox, bundles, "def sigmoid(x):\n    return x\n" + slope, ["sigmoid", "sigmoid_grad"]
    )["sigmoid_grad"]
    assert statuses(wrong) == {Status.PASSED, Status.SKIPPED}


def test_a_right_function_passes_every_check(sandbox: Sandbox, bundles: Bundles) -> None:
    """Nothing fails, only what there is no hardware for is skipped, and that does not count."""
    judged = examined(sandbox, bundles, GOOD, ["sigmoid"])["sigmoid"]
    assert statuses(judged) == {Status.PASSED}
    assert [each.result.device for each in judged if not each.counts] == ["cuda"]


def test_a_hang_costs_one_function(sandbox: Sandbox, bundles: Bundles) -> None:
    """After a timeout its other checks fail unrun; a fresh process answers for the functions after it."""
    found = examined(sandbox, bundles, HANGS, ["tanh", "relu", "sigmoid"])
    assert statuses(found["relu"]) == statuses(found["sigmoid"]) == {Status.PASSED}
    assert Status.PASSED not in statuses(found["tanh"])
    assert str(found["tanh"][0].result.message).startswith("it did not finish in time")


def test_a_missing_function_fails_its_checks(sandbox: Sandbox, bundles: Bundles) -> None:
    """Where it counts, every check says that the function is not there."""
    judged = examined(sandbox, bundles, GOOD, ["relu"])["relu"]
    assert statuses(judged) <= {Status.FAILED, Status.SKIPPED}
    assert {str(each.result.message) for each in judged if each.result.status == Status.FAILED} == {
        "it is not defined"
    }


def test_a_fault_of_ours_costs_nobody_a_point(
    sandbox: Sandbox, bundles: Bundles, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A check that cannot be judged is an error that does not count; the other checks are judged."""

    def broken(*arguments: Any) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(contract, "keeps_shapes", broken)
    judged = examined(sandbox, bundles, GOOD, ["sigmoid"])["sigmoid"]
    (error,) = [each for each in judged if each.result.status == Status.ERROR]
    assert error.check.name == "shapes"
    assert not error.counts
    assert (
        error.result.message == "nncheck failed on this check (ZeroDivisionError: a bug); it costs no points"
    )
    assert statuses(judged) == {Status.PASSED}


def test_a_wrong_answer_stays_wrong_without_an_explanation(sandbox: Sandbox, bundles: Bundles) -> None:
    """Where we cannot say why, the failure is told plainly."""

    def confused(*arguments: Any) -> Explanation:
        raise RuntimeError("a bug")

    wrong = GOOD.replace("-x", "x")
    values = examined(sandbox, bundles, wrong, ["sigmoid"], explain=confused)["sigmoid"][0]
    assert values.result.status == Status.FAILED
    assert "expected" in str(values.result.message)


def accepting(points: float) -> Any:
    """The activations, with tanh for the sigmoid accepted."""
    original = EXERCISES["activations"]
    given = original.functions["sigmoid"]
    sigmoid = Function(
        given.formula,
        given.domain,
        torch=given.torch,
        forms=given.forms,
        value_range=given.value_range,
        properties=given.properties,
        misconceptions=given.misconceptions,
        accept={"NN105": points},
    )
    return Exercise("activations", "A", (sigmoid,))


@pytest.mark.parametrize(("points", "status"), [(1.0, Status.PASSED), (0.5, Status.FAILED)])
def test_an_accepted_convention_earns_its_points(
    points: float, status: Status, sandbox: Sandbox, bundles: Bundles
) -> None:
    """With full credit the check passes, with half of it it fails and earns half; it is named either way."""
    source = "import numpy as np\ndef sigmoid(x):\n    return np.tanh(x / 2)\n"
    values = examined(sandbox, bundles, source, ["sigmoid"], explain=explained, exercise=accepting(points))[
        "sigmoid"
    ][0]
    assert values.result.status == status
    assert values.earned == points
    assert [each.id for each in values.result.misconceptions] == ["NN105"]


def test_time_for_an_exercise_runs_out(sandbox: Sandbox, bundles: Bundles) -> None:
    """When the exercise has used its time, the rest is not run, and says so."""
    exhausted = Limits(exercise_wall_seconds=0.0)
    with Interview(sandbox, submission(GOOD), (), exhausted) as interview:
        outcome = interview.call(
            "sigmoid", "sigmoid", (bundles("activations")["sigmoid"].cases[0].arguments[0],)
        )
    assert outcome.message == "the time for the whole exercise was used up"


APPROXIMATE = (
    "import numpy as np\ndef gelu(x):\n    inner = np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)\n"
    "    return 0.5 * x * (1 + np.tanh(inner.astype(x.dtype) if x.dtype.kind == 'f' else inner))\n"
)


@pytest.mark.parametrize(("share", "least", "most"), [(1.0, 0.9, 1.0), (0.5, 0.6, 0.85), (0.0, 0.2, 0.25)])
def test_an_accepted_convention_earns_its_share(
    sandbox: Sandbox, bundles: Bundles, share: float, least: float, most: float
) -> None:
    """An instructor may give all, some or no points for the tanh approximation; it is named all the same."""
    exercise = load_exercises()["activations"]
    exercise.functions["gelu"].accept = {"NN221": share}
    judged = examined(sandbox, bundles, APPROXIMATE, ["gelu"], explained, exercise)["gelu"]
    assert [each.id for each in judged[0].result.misconceptions] == ["NN221"]
    assert (judged[0].result.status == Status.PASSED) == (share == 1.0)
    assert least <= scored("gelu", 1.0, judged).score <= most


def test_a_gpu_out_of_reach_is_said_aloud(sandbox: Sandbox, bundles: Bundles) -> None:
    """Where there is a GPU that held code cannot use, its check is skipped with that reason."""
    chosen = {"sigmoid": bundles("activations")["sigmoid"]}
    with Interview(sandbox, submission(GOOD), (), LIMITS) as interview:
        devices = {"cpu": "", "cuda": ""}
        examination = Examination(EXERCISES["activations"], chosen, interview, "auto", devices, None)
        examination.ask_all(torch_possible=False)
        (skipped,) = [each for each in examination.judged("sigmoid") if each.check.device == "cuda"]
    assert skipped.result.status == Status.SKIPPED
    assert "cannot reach the GPU" in str(skipped.result.message)
    assert not skipped.counts
