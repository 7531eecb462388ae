"""Workers, the calls they answer, and what is left when they die."""

from collections.abc import Iterator
from importlib.util import find_spec
from time import sleep

import numpy as np
import pytest

from nncheck.interview import Interview
from nncheck.records import Call, Cell, Limits, OutcomeKind, Submission
from nncheck.sandbox.script import Script
from nncheck.sandbox.session import Sandbox

LIMITS = Limits(call_wall_seconds=5.0, call_cpu_seconds=1.0)
SOURCE = """
import numpy as np
calls = 0
def counted(x):
    global calls
    calls += 1
    return float(calls)
def hangs(x):
    while True:
        pass
def double(x):
    return 2 * x
"""
X = np.array([1.0, -2.0])


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote for this file."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


def interview(sandbox: Sandbox, source: str = SOURCE, limits: Limits = LIMITS) -> Interview:
    submission = Submission(name="s.py", sha256="", cells=(Cell(name="s.py", source=source),))
    return Interview(sandbox, submission, (), limits)


def test_what_is_defined_is_known(sandbox: Sandbox) -> None:
    """Functions and other names of the top level; imports do not count."""
    with interview(sandbox) as asked:
        assert [name for name in ("double", "calls", "np", "tanh") if asked.defines(name)] == [
            "double",
            "calls",
        ]


def test_calls_are_answered_in_order_by_one_process(sandbox: Sandbox) -> None:
    """State of the submission lives from call to call."""
    with interview(sandbox) as asked:
        outcomes = asked.calls("counted", [Call(function="counted", arguments=(X,))] * 3)
        assert [outcome.value for outcome in outcomes] == [1.0, 2.0, 3.0]
        assert asked.calls("counted", []) == []


def test_our_own_time_is_not_the_students(sandbox: Sandbox) -> None:
    """The seconds of an exercise are counted from its first call: cases may be built before."""
    limits = Limits(exercise_wall_seconds=0.3)
    with interview(sandbox, limits=limits) as asked:
        sleep(0.4)
        assert asked.call("double", "double", (X,)).kind == OutcomeKind.VALUE
        sleep(0.4)
        assert asked.call("double", "double", (X,)).kind == OutcomeKind.UNRUN


def test_a_fresh_process_goes_on_after_a_death(sandbox: Sandbox) -> None:
    """The function that ended the process is not asked again; a new process answers for the others."""
    with interview(sandbox) as asked:
        assert asked.call("counted", "counted", (X,)).value == 1.0
        assert asked.call("hangs", "hangs", (X,)).kind == OutcomeKind.TIMEOUT
        died = asked.died("hangs")
        assert died is not None
        assert died.kind == OutcomeKind.TIMEOUT
        assert asked.call("hangs", "double", (X,)).kind == OutcomeKind.UNRUN
        assert asked.call("counted", "counted", (X,)).value == 1.0
        assert np.array_equal(asked.call("double", "double", (X,)).value, 2 * X)
        assert asked.died("double") is None


def test_what_stands_before_the_end_of_a_file_still_answers(sandbox: Sandbox) -> None:
    """A top level that exits is told, and the functions above that line are asked all the same."""
    with interview(sandbox, "def double(x):\n    return 2 * x\nraise SystemExit(0)\n") as asked:
        assert asked.loaded.died is not None
        assert asked.loaded.died.kind == OutcomeKind.EXIT
        assert asked.defines("double")
        assert np.array_equal(asked.call("double", "double", (X,)).value, 2 * X)


def test_an_exit_in_a_call_leaves_the_process(sandbox: Sandbox) -> None:
    """sys.exit in a function is the outcome of that call alone."""
    with interview(sandbox, "import sys\ndef leaves(x):\n    sys.exit(3)\n" + SOURCE) as asked:
        assert asked.call("counted", "counted", (X,)).value == 1.0
        assert asked.call("leaves", "leaves", (X,)).kind == OutcomeKind.EXIT
        assert np.array_equal(asked.call("double", "double", (X,)).value, 2 * X)


@pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed; make test installs it")
def test_functions_of_tensors_may_return_plain_numbers() -> None:
    """A count, a float or a list of floats, where arrays will not do, makes a function of tensors."""
    source = "import torch\ndef count(x):\n    return x.numel()\n"
    source += "def norm(x):\n    return x.norm().item()\ndef both(x):\n    return [x.norm().item(), 1.0]\n"
    source += "def words(x):\n    return [str(x.norm())]\ndef none(x):\n    return [] if x.norm() else []\n"
    with Sandbox(Limits(), torch=True) as sandbox, interview(sandbox, source, Limits()) as asked:
        for name in ("count", "norm", "both", "words", "none"):
            asked.choose_backend(name, (X,), "auto")
        found = {name: backend for name, (backend, _) in asked.backends.items()}
    assert found == {"count": "torch", "norm": "torch", "both": "torch", "words": "numpy", "none": "numpy"}


@pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed; make test installs it")
def test_the_backend_is_found_out() -> None:
    """A function that wants tensors gets tensors, one that takes arrays keeps them, with nothing declared."""
    source = "import torch\nimport numpy as np\ndef a(x):\n    return torch.sigmoid(x)\n"
    source += "def b(x):\n    return 1 / (1 + np.exp(-x))\n"
    with Sandbox(Limits(), torch=True) as sandbox, interview(sandbox, source, Limits()) as asked:
        for name in ("a", "b"):
            asked.choose_backend(name, (X,), "auto")
        assert asked.backends == {"a": ("torch", "cpu"), "b": ("numpy", "cpu")}
        assert asked.call("a", "a", (X,)).value.array == pytest.approx(1 / (1 + np.exp(-X)))
        asked.choose_backend("b", (X,), "torch")
        assert asked.backends["b"] == ("torch", "cpu")


RAISING = """
import torch
import numpy as np
def detached(x):
    return torch.sigmoid(x.clone()).sum().backward()
def mixed(x):
    return x @ torch.ones(2)
def misspelt(x):
    return x.shapee
def called(x):
    return x(1)
def raises(x):
    raise ValueError("no")
"""


@pytest.mark.skipif(find_spec("torch") is None, reason="torch is not installed; make test installs it")
def test_the_backend_of_a_function_that_raises() -> None:
    """It is torch's where arrays are the matter and tensors are not; what fails with either stays numpy's."""
    with Sandbox(Limits(), torch=True) as sandbox, interview(sandbox, RAISING, Limits()) as asked:
        for name in ("detached", "mixed", "misspelt", "called", "raises"):
            asked.choose_backend(name, (X,), "auto")
        found = {name: backend for name, (backend, _) in asked.backends.items()}
    assert found == {
        **{"detached": "torch", "mixed": "torch"},
        **{"misspelt": "numpy", "called": "numpy", "raises": "numpy"},
    }


def test_a_fresh_worker_forgets(sandbox: Sandbox) -> None:
    """What a process was left with does not reach the next function."""
    with interview(sandbox) as asked:
        assert asked.call("counted", "counted", (X,)).value == 1.0
        asked.start_afresh()
        assert asked.call("counted", "counted", (X,)).value == 1.0
        assert asked.died("counted") is None


def test_a_hang_while_the_backend_is_found_out_is_not_repeated(sandbox: Sandbox) -> None:
    """The first probe that hangs ends the matter: no second probe, and later calls are not run."""
    with interview(sandbox) as asked:
        asked.choose_backend("hangs", (X,), "auto")
        died = asked.died("hangs")
        assert died is not None
        assert died.kind == OutcomeKind.TIMEOUT
        assert asked.call("hangs", "hangs", (X,)).kind == OutcomeKind.UNRUN
        assert asked.call("double", "double", (X,)).kind == OutcomeKind.VALUE


def test_parts_are_answered_together(sandbox: Sandbox) -> None:
    """Calls for several functions at once: each has its own outcomes, as if asked one after the other."""
    with interview(sandbox) as asked:
        double, counted, none = (
            Script([Call(function=name, arguments=(X,))] * count)
            for name, count in (("double", 1), ("counted", 2), ("counted", 0))
        )
        found = asked.ask([("double", double), ("counted", counted), ("counted", none), ("double", counted)])
        assert np.array_equal(found[0][0].value, 2 * X)
        assert [[outcome.value for outcome in part] for part in found[1:]] == [[1.0, 2.0], [], [3.0, 4.0]]


def test_a_death_between_parts(sandbox: Sandbox) -> None:
    """The rest of the function that ended the process is not run; a fresh process answers for the others."""
    with interview(sandbox) as asked:
        hangs, counted = (Script([Call(function=name, arguments=(X,))] * 2) for name in ("hangs", "counted"))
        names = ("counted", "hangs", "hangs", "counted")
        found = asked.ask([(name, counted if name == "counted" else hangs) for name in names])
    assert [[outcome.kind for outcome in part] for part in found[1:3]] == [
        [OutcomeKind.TIMEOUT, OutcomeKind.UNRUN],
        [OutcomeKind.UNRUN, OutcomeKind.UNRUN],
    ]
    assert found[2][0].message == "an earlier call of it did not finish in time"
    assert [outcome.value for outcome in found[0] + found[3]] == [1.0, 2.0, 1.0, 2.0]
