"""Functions that are called step by step, in a real process."""

from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np
import pytest
from sandbox_samples import LIMITS, opened

from nncheck.records import Call, Opaque, Outcome, OutcomeKind, Steps
from nncheck.sandbox.session import Sandbox
from nncheck.sandbox.steps import SMALL

START, GRADIENTS = np.array([1.0, 2.0]), np.array([[1.0, 0.5], [2.0, -1.0], [4.0, 0.25]])
CALL = Call(function="f", arguments=(START, GRADIENTS, None, 0.5), steps=Steps(over=1, state=2))
INTERLEAVED = msgspec.structs.replace(CALL, steps=Steps(over=1, state=2, between=True))
WATCHED = msgspec.structs.replace(CALL, return_inputs=True)
SUMMED = [[0.5, 1.75], [-1.0, 2.0], [-4.5, 2.125]]  # w after each step along the sum of all gradients


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One zygote for all tests here."""
    with Sandbox(LIMITS) as sandbox:
        yield sandbox


def outcome(sandbox: Sandbox, *body: str, call: Call = CALL, before: str = "") -> Outcome:
    """What comes of the steps of f(w, g, state, lr)."""
    lines = "\n".join(f"    {line}" for line in body)
    with opened(sandbox, f"import numpy as np\n{before}\ndef f(w, g, state, lr):\n{lines}\n") as worker:
        (found,) = worker.calls([call])
    return found


def lists(values: Any) -> Any:
    return [each.tolist() for each in values]


@pytest.mark.parametrize(
    "state",
    ["total", "{'total': total}", "(lambda: total)", "iter([total])"],
    ids=["array", "dict", "function", "iterator"],
)
def test_a_state_may_be_anything(sandbox: Sandbox, state: str) -> None:
    """It is handed on as it was returned, and never leaves the process."""
    get = {"t": "state", "{": "state['total']", "(": "state()", "i": "next(state)"}[state[0]]
    found = outcome(sandbox, f"total = g if state is None else {get} + g", f"return w - lr * total, {state}")
    assert lists(found.value) == SUMMED
    assert found.inputs_after is None


def test_what_is_returned_is_taken_as_it_is_then(sandbox: Sandbox) -> None:
    """Weights that are changed in place have been sent on before: each step shows its own."""
    found = outcome(
        sandbox, "total = g if state is None else state + g", "w -= lr * total", "return w, total"
    )
    assert lists(found.value) == SUMMED


@pytest.mark.parametrize("size", [3, SMALL], ids=["small", "large"])
@pytest.mark.parametrize("kind", ["float32", ">f8", "object"])
def test_answers_of_every_kind_are_taken_as_they_are_then(sandbox: Sandbox, kind: str, size: int) -> None:
    """Small ones are copied, others cross the wire: what arrives is the same."""
    found = outcome(
        sandbox,
        f"kept = np.zeros((2, {size}), '{kind}').T if state is None else state",
        "kept[...] += 1",
        "return kept, kept",
    )
    if kind == "object":
        assert found.value == [Opaque(type_name="ndarray of dtype object")] * 3
    else:
        assert [each.dtype for each in found.value] == [np.dtype(kind).newbyteorder("=")] * 3
        assert [each.shape for each in found.value] == [(size, 2)] * 3
        assert [np.unique(each).tolist() for each in found.value] == [[1], [2], [3]]


def test_gradients_of_later_steps_are_not_there_yet(sandbox: Sandbox) -> None:
    """A gradient is an array of its own, and no view of those to come."""
    assert lists(outcome(sandbox, "return np.array(g.base is None), None").value) == [True] * 3


def test_a_gradient_without_axes_is_an_array(sandbox: Sandbox) -> None:
    """Weights of shape () get gradients of shape ()."""
    call = msgspec.structs.replace(CALL, arguments=(np.array(1.0), np.array([1.0, 2.0]), None, 0.5))
    found = outcome(sandbox, "return np.array(isinstance(g, np.ndarray) and g.shape == ()), None", call=call)
    assert lists(found.value) == [True] * 2


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("return (w, 1) if state is None else 1 / 0", "division by zero (at step 2)"),
        ("raise ValueError('no')", "no (at step 1)"),
        ("pass", "the answer is None, not a pair (w, state) (at step 1)"),
        ("return w - g", "the answer is of type numpy.ndarray, not a pair (w, state) (at step 1)"),
        ("return w, state, g", "the answer has 3 parts, not the two of (w, state) (at step 1)"),
    ],
)
def test_an_exception_names_its_step(sandbox: Sandbox, body: str, message: str) -> None:
    """So does an answer that is no pair: the loop of a student would stop there, too."""
    found = outcome(sandbox, body)
    assert (found.kind, found.message) == (OutcomeKind.EXCEPTION, message)


def test_the_place_of_an_exception_is_that_in_the_function(sandbox: Sandbox) -> None:
    """The line is the student's, and the name of the exception that which it raised."""
    found = outcome(sandbox, "if state is not None:", "    raise KeyError('m')", "return w, 1")
    assert found.location is not None
    assert (found.error, found.location.line) == ("KeyError", 5)


def test_an_exit_names_its_step(sandbox: Sandbox) -> None:
    """A process that ends itself says when."""
    found = outcome(sandbox, "return (w, 1) if state is None else __import__('sys').exit('x' * 5000)")
    assert found.kind == OutcomeKind.EXIT
    assert found.message.endswith("xxx (at step 2)")


def test_what_no_wire_carries_is_named(sandbox: Sandbox) -> None:
    """Weights of a strange type arrive as that."""
    found = outcome(sandbox, "return object(), None")
    assert found.value == [Opaque(type_name="object")] * 3


@pytest.mark.parametrize(
    ("body", "first", "gradients"),
    [
        ("return w - lr * g, None", [[1.0, 2.0], [0.5, 1.75], [-0.5, 2.25]], GRADIENTS.tolist()),
        ("w -= lr * g; return w, None", [[-2.5, 2.125]] * 3, GRADIENTS.tolist()),
        ("g *= 2; return w.copy(), None", [[1.0, 2.0]] * 3, (2 * GRADIENTS).tolist()),
    ],
    ids=["left alone", "weights", "gradients"],
)
def test_inputs_of_every_step_come_back(
    sandbox: Sandbox, body: str, first: list[list[float]], gradients: list[list[float]]
) -> None:
    """As they are in the end: also a later step may have changed them. The state stays."""
    found = outcome(sandbox, body, call=WATCHED)
    assert found.inputs_after is not None
    w, g, state, lr = found.inputs_after
    assert (lists(w), lists(g), state, lr) == (first, gradients, None, 0.5)


KEPT = ("v = g if state is None else state + g", "return w - lr * v, v")
SHARED = (
    "if state is None: memory.clear()",
    "memory['v'] = memory.get('v', 0) + g",
    "return w - lr * memory['v'], memory",
)


def test_another_parameter_in_between_changes_nothing(sandbox: Sandbox) -> None:
    """Steps of another parameter leave a state alone that belongs to one."""
    assert lists(outcome(sandbox, *KEPT, call=INTERLEAVED).value) == SUMMED


def test_a_shared_state_shows_in_between(sandbox: Sandbox) -> None:
    """It works for one parameter alone, and mixes two of them."""
    assert lists(outcome(sandbox, *SHARED, before="memory = {}").value) == SUMMED
    assert lists(outcome(sandbox, *SHARED, before="memory = {}", call=INTERLEAVED).value) != SUMMED


def test_tensors_take_steps(sandbox: Sandbox) -> None:
    """For a torch submission weights and gradients are tensors, in every step."""
    pytest.importorskip("torch")
    call = msgspec.structs.replace(CALL, backend="torch")
    with Sandbox(LIMITS, torch=True) as torch_sandbox:
        found = outcome(
            torch_sandbox,
            "v = g.clone() if state is None else state.add_(g)",
            "return w.sub(v, alpha=lr), v",
            call=call,
        )
    assert [each.array.tolist() for each in found.value] == SUMMED
