"""Replies of a worker: read into records, or refused, whatever it sends."""

from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncheck.errors import GraderError
from nncheck.records import Call, Location, Opaque, Outcome, OutcomeKind, Tensor
from nncheck.sandbox.replies import ProtocolError, encode_call, read_outcome, read_parsed, read_problems
from nncheck.sandbox.wire import Opaque as WireOpaque
from nncheck.sandbox.wire import Tensor as WireTensor
from nncheck.sandbox.wire import dumps, loads

LINES = {"cell 1": 3}
FAILURE = {"id": 7, "kind": "exception", "error": "E", "message": "m", "location": ("cell 1", 3)}
VALUE = {"id": 7, "kind": "value", "value": 1.5, "inputs": (1,)}
PROBLEMS = [("cell 1", 2, "NameError: x")]
PARSED = {"defined": {"f": ("cell 1", 1)}, "problems": PROBLEMS, "statements": [("cell 1", 3)]}


def test_replies_become_records() -> None:
    """Each form of reply is read in full."""
    place = Location(cell="cell 1", line=3)
    assert read_outcome(dumps(FAILURE), 7, LINES) == Outcome(
        kind=OutcomeKind.EXCEPTION, error="E", message="m", location=place
    )
    assert read_outcome(dumps(VALUE), 7, LINES) == Outcome(
        kind=OutcomeKind.VALUE, value=1.5, inputs_after=(1,)
    )
    parsed = read_parsed(dumps(PARSED), LINES)
    assert parsed.defined == {"f": Location(cell="cell 1", line=1)}
    assert parsed.statements == [place]
    assert [problem.message for problem in parsed.problems] == ["NameError: x"]
    assert read_problems(dumps(PROBLEMS), LINES) == parsed.problems


def test_markers_become_records() -> None:
    """Tensors and opaque values are records on this side."""
    value = [WireTensor(np.ones(2), "cpu"), WireOpaque("set")]
    tensor, opaque = read_outcome(dumps(VALUE | {"value": value}), 7, LINES).value
    assert isinstance(tensor, Tensor)
    assert opaque == Opaque(type_name="set")


WRONG: list[tuple[str, Any]] = [
    ("no dictionary", [1]),
    ("another question", FAILURE | {"id": 8}),
    ("a question that is no number", FAILURE | {"id": np.ones(3)}),
    ("a truth for a number", FAILURE | {"id": True}),
    ("a verdict", VALUE | {"verdict": "passed"}),
    ("a verdict with a failure", FAILURE | {"score": 1.0}),
    ("no value", {"id": 7, "kind": "value", "inputs": None}),
    ("inputs that are no tuple", VALUE | {"inputs": [1]}),
    ("a kind that only the grader finds", FAILURE | {"kind": "timeout"}),
    ("an unknown kind", FAILURE | {"kind": "passed"}),
    ("a kind that is no text", FAILURE | {"kind": []}),
    ("an array for a kind", FAILURE | {"kind": np.array([1, 2])}),
    ("a long message", FAILURE | {"message": "m" * 2001}),
    ("a message that is no text", FAILURE | {"message": 1}),
    ("a line beyond the cell", FAILURE | {"location": ("cell 1", 4)}),
    ("line 0", FAILURE | {"location": ("cell 1", 0)}),
    ("an unknown cell", FAILURE | {"location": ("cell 2", 1)}),
    ("a cell that is no text", FAILURE | {"location": ([], 1)}),
    ("a place of three", FAILURE | {"location": ("cell 1", 1, 1)}),
]


@pytest.mark.parametrize("reply", [row[1] for row in WRONG], ids=[row[0] for row in WRONG])
def test_other_replies_are_refused(reply: Any) -> None:
    """Whatever has another form is no answer."""
    with pytest.raises(ProtocolError):
        read_outcome(dumps(reply), 7, LINES)


WRONG_PARSED: list[tuple[str, Any]] = [
    ("no dictionary", 1),
    ("an unknown key", PARSED | {"verdict": 1}),
    ("names that are no dictionary", PARSED | {"defined": []}),
    ("a place that is none", PARSED | {"defined": {"f": 1}}),
    ("problems that are no list", PARSED | {"problems": {}}),
    ("a problem without a message", PARSED | {"problems": [("cell 1", 1)]}),
    ("statements that are no list", PARSED | {"statements": 3}),
    ("a statement that is nowhere", PARSED | {"statements": [("cell 1", 9)]}),
    ("a long problem", PARSED | {"problems": [("cell 1", 1, "m" * 9999)]}),
]


@pytest.mark.parametrize("reply", [row[1] for row in WRONG_PARSED], ids=[row[0] for row in WRONG_PARSED])
def test_other_reports_are_refused(reply: Any) -> None:
    """The same after loading."""
    with pytest.raises(ProtocolError):
        read_parsed(dumps(reply), LINES)


PARTS = st.sampled_from(
    [None, 1, 7, "value", "exception", "cell 1", (), [], {}, ("cell 1", 1), np.ones(2), 1.5, True, "x" * 3000]
)


@given(st.dictionaries(st.sampled_from([*FAILURE, *VALUE, *PARSED]), PARTS) | st.binary(max_size=40))
def test_no_other_exception_escapes(reply: Any) -> None:
    """Replies with right keys and strange values, and random bytes, are records or ProtocolError."""
    payload = reply if isinstance(reply, bytes) else dumps(FAILURE | reply)
    for read in (
        partial(read_outcome, payload, 7),
        partial(read_parsed, payload),
        partial(read_problems, payload),
    ):
        try:
            read(LINES)
        except ProtocolError:
            continue


def test_calls_are_sent_in_full() -> None:
    """A request has the call's fields and its number; a tensor that came back can be sent again."""
    tensor = Tensor(array=np.ones(2), device="cpu")
    request = loads(encode_call(3, Call(function="f", arguments=(tensor,), keywords={"k": 1})))
    assert request.pop("arguments")[0].array.tolist() == [1, 1]
    assert request == {"id": 3, "function": "f", "keywords": {"k": 1}}
    on_gpu = Call(function="f", arguments=(1,), backend="torch", device="cuda", return_inputs=True)
    full = {
        "id": 0,
        "function": "f",
        "arguments": (1,),
        "backend": "torch",
        "device": "cuda",
        "return_inputs": True,
    }
    assert loads(encode_call(0, on_gpu)) == full


def test_arguments_too_large_are_the_graders_fault() -> None:
    """What cannot be sent is not blamed on the student."""
    with pytest.raises(GraderError, match="arguments of f cannot be sent: too many bytes"):
        encode_call(0, Call(function="f", arguments=(np.zeros(9 << 20),)))
