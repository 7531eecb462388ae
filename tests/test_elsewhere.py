"""Checks on another device: the CPU stands in for a GPU, all else is as it is graded."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from students import EXERCISES, check_result, function_result

from nncheck import devices, pipeline
from nncheck.cases.bundle import Bundle
from nncheck.cases.on_device import fixed
from nncheck.elsewhere import Device, Elsewhere
from nncheck.interview import Interview
from nncheck.judge.evidence import Answered
from nncheck.judge.plan import on_device, stays_on_device
from nncheck.pipeline import Grader, Settings
from nncheck.records import Call, Limits, Loaded, Outcome, OutcomeKind, Status, SubmissionResult, Tensor
from nncheck.reference.store import Store
from nncheck.submission import read_submission

pytest.importorskip("torch")
if sys.platform != "linux":
    pytest.skip("only Linux can hold a process that computes on a GPU", allow_module_level=True)

Bundles = Callable[[str], dict[str, Bundle]]
GradeThere = Callable[[str], SubmissionResult]
TORCH = """
import torch
def sigmoid(x):
    x = x if x.is_floating_point() else x.double()
    return torch.sigmoid(x)
"""
NUMPY = "import numpy as np\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x))\n"


def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose GPU is its CPU."""
    monkeypatch.setattr(devices, "cuda_missing", lambda: "")
    monkeypatch.setattr(pipeline, "Device", lambda name, limits, level: Device("cpu", limits, level))


@pytest.fixture(scope="module")
def grade_there(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GradeThere]:
    """Grades a source on that machine, with one grader for all."""
    path = tmp_path_factory.mktemp("there") / "submission.py"
    settings = Settings(functions=("sigmoid",))
    with pytest.MonkeyPatch.context() as monkeypatch, Grader(EXERCISES, settings, store=store) as grader:

        def of(source: str) -> SubmissionResult:
            stand_in(monkeypatch)
            path.write_text(source, "utf-8")
            try:
                return grader.grade(read_submission(path))
            finally:
                monkeypatch.undo()

        yield of


def test_both_kinds_of_submissions_are_judged_there(grade_there: GradeThere) -> None:
    """torch is called there, numpy is compared with torch there; only torch has answers in a place."""
    for source, names in ((TORCH, ["torch", "device"]), (NUMPY, ["torch"])):
        result = function_result(grade_there(source), "sigmoid")
        there = [each for each in result.checks if each.device == "cuda"]
        assert [each.check for each in there] == names
        assert {each.status for each in result.checks} == {Status.PASSED}
        assert result.score == result.max_score


WRONG = {
    "torch, wrong values": TORCH.replace("sigmoid(x)\n", "tanh(x)\n").replace("def tanh", "def sigmoid"),
    "torch, in float32": TORCH.replace("torch.sigmoid(x)", "torch.sigmoid(x.float()).to(x.dtype)"),
    "numpy, wrong values": NUMPY.replace("-x", "x"),
    "numpy, in float32": NUMPY.replace("np.exp(-x)", "np.exp(-np.float32(x))"),
}


@pytest.mark.parametrize("source", WRONG.values(), ids=WRONG)
def test_wrong_answers_fail_there_too(grade_there: GradeThere, source: str) -> None:
    """Both kinds of comparison reject a wrong formula, and float32 in place of float64."""
    result = grade_there(source)
    assert check_result(result, "sigmoid", "torch", "cuda").status == Status.FAILED
    assert "expected" in str(check_result(result, "sigmoid", "torch", "cuda").message)


def test_a_strong_level_leaves_the_gpu_out(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checks there are skipped with the reason and cost nothing; those on the CPU count."""
    stand_in(monkeypatch)
    path = tmp_path / "submission.py"
    path.write_text(TORCH, "utf-8")
    with Grader(EXERCISES, Settings(functions=("sigmoid",), level="strong"), store=store) as grader:
        result = grader.grade(read_submission(path))
        assert grader.isolation.level == "strong"
    skipped = check_result(result, "sigmoid", "torch", "cuda")
    assert skipped.status == Status.SKIPPED
    assert skipped.message == "a process that computes on cpu is held at level medium, not strong"
    assert skipped.max_score == 0.0
    assert result.score == result.max_score == 1.0


def test_the_report_names_the_weaker_level(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a submission has been run there, the level is that of the process there."""
    stand_in(monkeypatch)
    levels = []
    for source in (NUMPY, TORCH):
        path = tmp_path / "submission.py"
        path.write_text(source, "utf-8")
        with Grader(EXERCISES, Settings(functions=("sigmoid",)), store=store) as grader:
            grader.grade(read_submission(path))
            levels.append(grader.isolation.level)
    assert levels == ["strong", "medium"]


def test_a_gpu_that_fails_costs_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where torch cannot use the GPU after all, its own words are the reason."""
    if not devices.cuda_missing():
        pytest.skip("there is a GPU")
    monkeypatch.setattr(devices, "cuda_missing", lambda: "")
    path = tmp_path / "submission.py"
    for source in (NUMPY, TORCH):
        path.write_text(source, "utf-8")
        with Grader(EXERCISES, Settings(functions=("sigmoid",)), store=store) as grader:
            result = grader.grade(read_submission(path))
        skipped = check_result(result, "sigmoid", "torch", "cuda")
        assert (skipped.status, skipped.max_score) == (Status.SKIPPED, 0.0)
        assert str(skipped.message).startswith("torch fails on cuda: ")
        assert result.score == result.max_score == 1.0


# --- without processes ---------------------------------------------------------------------------


class Played(Interview):
    """An interview whose answers are ours; counts how often a fresh worker was asked for."""

    def __init__(self, play: Callable[[Call], Outcome]):
        self.loaded, self.backends, self.afresh = Loaded(defined={}), {}, 0
        self._play = play

    def calls(self, function: str, calls: Any) -> list[Outcome]:
        return [self._play(call) for call in calls]

    def start_afresh(self) -> None:
        self.afresh += 1

    def __exit__(self, *exception: object) -> None:
        """Nothing to close."""


def prepared(bundles: Bundles) -> dict[str, Bundle]:
    """The fixed cases of the sigmoid, with its exact answers as those of torch."""
    cases = fixed(bundles("activations")["sigmoid"])
    return {"sigmoid": Bundle(cases=tuple(msgspec.structs.replace(each, torch=each.exact) for each in cases))}


def sigmoid_on(device: str) -> Callable[[Call], Outcome]:
    """Right answers, said to be on a device."""

    def play(call: Call) -> Outcome:
        with np.errstate(all="ignore"):
            array = 1 / (1 + np.exp(-call.arguments[0]))
        return Outcome(kind=OutcomeKind.VALUE, value=Tensor(array=array, device=device))

    return play


def on_torch(bundles: Bundles, play: Callable[[Call], Outcome]) -> tuple[Elsewhere, Played]:
    there = Played(play)
    return Elsewhere("cuda", prepared(bundles), {"sigmoid": ("torch", "cpu")}, there), there


def test_the_function_is_called_with_tensors_there(bundles: Bundles) -> None:
    """On the device, with the fixed cases, once for all its checks."""
    asked: list[Call] = []

    def play(call: Call) -> Outcome:
        asked.append(call)
        return sigmoid_on("cuda:0")(call)

    elsewhere, there = on_torch(bundles, play)
    assert elsewhere.broken(on_device("cuda"), "sigmoid", []) is None
    assert elsewhere.broken(stays_on_device("cuda"), "sigmoid", []) is None
    assert there.backends == {"sigmoid": ("torch", "cuda")}
    assert len(asked) == len(prepared(bundles)["sigmoid"].cases)


def test_answers_on_another_device_break_a_promise(bundles: Bundles) -> None:
    """A result that is fetched to the CPU has right values, and is in the wrong place; so the other way."""
    elsewhere, _ = on_torch(bundles, sigmoid_on("cpu"))
    assert elsewhere.broken(on_device("cuda"), "sigmoid", []) is None
    broken = elsewhere.broken(stays_on_device("cuda"), "sigmoid", [])
    assert broken is not None
    assert broken.sentence == "answer is on cpu, the arguments are on cuda"
    elsewhere, _ = on_torch(bundles, sigmoid_on("cuda:0"))
    (case, *_) = prepared(bundles)["sigmoid"].cases
    call = Call(function="sigmoid", arguments=case.arguments)
    broken = elsewhere.broken(
        stays_on_device("cuda"), "sigmoid", [Answered(case=case, outcome=sigmoid_on("cuda:0")(call))]
    )
    assert broken is not None
    assert broken.sentence == "answer is on cuda, the arguments are on cpu"


def test_a_lost_context_is_not_handed_on(bundles: Bundles) -> None:
    """After an error of CUDA the process is of no use: the next function gets a fresh one."""
    words = "CUDA error: device-side assert triggered"
    lost = Outcome(kind=OutcomeKind.EXCEPTION, error="RuntimeError", message=words)
    elsewhere, there = on_torch(bundles, lambda call: lost)
    assert elsewhere.broken(on_device("cuda"), "sigmoid", []) is not None
    assert there.afresh == 1
    elsewhere, there = on_torch(bundles, sigmoid_on("cuda:0"))
    elsewhere.answers("sigmoid")
    assert there.afresh == 0


def test_what_cannot_be_judged_says_why(bundles: Bundles) -> None:
    """No process there, or no case that torch has answered."""
    function = EXERCISES["activations"].functions["sigmoid"]
    backends = {"sigmoid": ("torch", "cpu")}
    none = Elsewhere("cuda", prepared(bundles), backends, None, "no driver")
    assert none.missing("sigmoid") == "no driver"
    assert list(none.checks(function)) == []
    numpy = Elsewhere("cuda", {"sigmoid": Bundle(cases=())}, {}, None)
    assert numpy.missing("sigmoid") == "no fixed cases that torch has answers to"
    assert Elsewhere("cuda", {}, {}, None, "broken").missing("sigmoid") == "broken"
    known, _ = on_torch(bundles, sigmoid_on("cuda:0"))
    assert [each.name for each in known.checks(function)] == ["device"]


def test_limits_are_the_graders() -> None:
    """Nothing is started, and nothing counts as used, before a submission needs it."""
    assert Device("cuda", Limits(), "basic").isolation is None
