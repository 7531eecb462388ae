"""assert_graded: a live function, graded in this very process."""

import random
import re
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nncheck.errors import UsageError
from nncheck.testing import assert_graded

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "pytest.md"


def sigmoid(x: Any) -> Any:
    """A right one."""
    return 1 / (1 + np.exp(-np.asarray(x)))


def upside_down(x: Any) -> Any:
    """A wrong one."""
    return 1 / (1 + np.exp(np.asarray(x)))


def kaiming(fan_in: int, fan_out: int, rng: np.random.Generator) -> Any:
    """A right one."""
    limit = np.sqrt(6 / fan_in)
    return rng.uniform(-limit, limit, (fan_out, fan_in))


def sgd(w: Any, g: Any, state: Any, lr: float) -> Any:
    """A right one."""
    return w - lr * g, state


def told(function: Any, name: str) -> str:
    """What the failure says."""
    with pytest.raises(AssertionError) as failure:
        assert_graded(function, name)
    return str(failure.value)


@pytest.mark.parametrize(
    ("function", "name"),
    [(sigmoid, "sigmoid"), (np.tanh, "tanh"), (kaiming, "kaiming_uniform"), (sgd, "sgd")],
)
def test_right_functions_pass(function: Any, name: str) -> None:
    """Formulas, functions not written in Python, those that draw numbers, and those called step by step."""
    assert_graded(function, name)


def test_a_wrong_function_fails_with_what_shows_it() -> None:
    """The promise, the inputs, both answers, the mistake by its name, the line, and what this is worth."""
    text = told(upside_down, "sigmoid")
    line = upside_down.__code__.co_firstlineno
    for part in (
        *("sigmoid does not keep every promise", "values: in float64 every answer", "x = np.array([1.0])"),
        *("got       [0.268", "expected  [0.731", "NN101", f"see test_testing.py, line {line}"),
        "(graded as practice: the function ran in this very process, isolation none,",
    ):
        assert part in text


@pytest.mark.parametrize(
    ("function", "name", "part"),
    [
        (lambda x: np.maximum(x, 0, out=x), "relu", "unchanged_inputs"),
        (lambda x, calls=[]: calls.append(1) or np.tanh(x) + 1e-6 * len(calls), "tanh", "repeatable"),
        (lambda fan_in, fan_out, rng: kaiming(fan_out, fan_in, rng).T, "kaiming_uniform", "distribution"),
        (lambda w, g, state, lr: (w + lr * g, state), "sgd", "values"),
        (lambda x: exit(), "relu", "relu does not keep every promise"),
        (lambda x: None, "relu", "relu does not keep every promise"),
    ],
)
def test_every_kind_of_promise_can_be_broken(function: Any, name: str, part: str) -> None:
    """Not values alone."""
    assert part in told(function, name)


def test_an_exception_is_told_with_its_line() -> None:
    """The innermost one in the function's own file."""

    def broken(x: Any) -> Any:
        raise ValueError("not yet")

    text = told(broken, "relu")
    assert "ValueError: not yet" in text
    assert f"see test_testing.py, line {broken.__code__.co_firstlineno + 1}" in text


def test_whoever_interrupts_is_obeyed() -> None:
    """Ctrl-C ends the grading; it is no answer of the function."""

    def interrupted(x: Any) -> Any:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        assert_graded(interrupted, "relu")


def test_the_process_stays_as_it_was() -> None:
    """Its generators go on as if nothing had been graded, and it still warns."""
    random.seed(1)
    np.random.seed(1)
    wanted = random.random(), np.random.random()
    random.seed(1)
    np.random.seed(1)
    filters = list(warnings.filters)
    assert_graded(sigmoid, "sigmoid")
    assert (random.random(), np.random.random()) == wanted
    assert warnings.filters == filters


def test_functions_for_tensors() -> None:
    """Where torch has been imported, it is found out that a function is written for it."""
    torch = pytest.importorskip("torch")
    assert_graded(torch.sigmoid, "sigmoid")
    assert "NN101" in told(lambda x: torch.sigmoid(-x), "sigmoid")


def test_torch_is_not_imported_for_others() -> None:
    """Functions of arrays are graded as fast as without it."""
    code = "import numpy, sys; from nncheck.testing import assert_graded; assert_graded(numpy.tanh, 'tanh')"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; print('torch' in sys.modules)"], capture_output=True
    )
    assert done.stdout == b"False\n"


@pytest.mark.parametrize(
    ("function", "name", "sentence"),
    [(sigmoid, "sigmod", "did you mean sigmoid"), (0.5, "sigmoid", "float objects cannot be called")],
)
def test_wrong_usage(function: Any, name: str, sentence: str) -> None:
    """Is no failure of the function."""
    with pytest.raises(UsageError, match=sentence):
        assert_graded(function, name)


def test_the_guide_runs() -> None:
    """Its example is right."""
    (code,) = re.findall(r"^```python\n(.*?)^```", GUIDE.read_text("utf-8"), re.S | re.M)
    names: dict[str, Any] = {}
    exec(compile(code, "docs/pytest.md", "exec"), names)
    names["test_sigmoid"]()
