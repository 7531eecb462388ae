"""Replies of a worker: read into records, or refused, whatever it sends."""

from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nncheck.records import Location, Opaque, Outcome, OutcomeKind, Tensor
from nncheck.sandbox.form import FAILURE, REPLY, VALUE, WITH_INPUTS
from nncheck.sandbox.replies import ProtocolError, read_outcome, read_parsed, read_problems
from nncheck.sandbox.wire import Opaque as WireOpaque
from nncheck.sandbox.wire import Tensor as WireTensor
from nncheck.sandbox.wire import dumps

LINES = {"cell 1": 3}
RAISED = ("exception", "E", "m", ("cell 1", 3))
PROBLEMS = [("cell 1", 2, "NameError: x")]
PARSED = {"defined": {"f": ("cell 1", 1)}, "problems": PROBLEMS, "statements": [("cell 1", 3)]}


def answer(what: int, content: Any, number: int = 7) -> bytes:
    """A reply, as its bytes."""
    return REPLY.pack(number, what) + dumps(content)


def test_replies_become_records() -> None:
    """Each form of reply is read in full."""
    place = Location(cell="cell 1", line=3)
    assert read_outcome(answer(FAILURE, RAISED), 7, LINES) == Outcome(
        kind=OutcomeKind.EXCEPTION, error="E", message="m", location=place
    )
    assert read_outcome(answer(VALUE, 1.5), 7, LINES) == Outcome(kind=OutcomeKind.VALUE, value=1.5)
    assert read_outcome(answer(WITH_INPUTS, (1.5, (1,))), 7, LINES) == Outcome(
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
    tensor, opaque = read_outcome(answer(VALUE, value), 7, LINES).value
    assert isinstance(tensor, Tensor)
    assert opaque == Opaque(type_name="set")


def failure(**changed: Any) -> bytes:
    """An exception, with something else in its place."""
    parts = dict(zip(("kind", "error", "message", "location"), RAISED, strict=True))
    return answer(FAILURE, tuple((parts | changed).values()))


WRONG: list[tuple[str, bytes]] = [
    ("nothing", b""),
    ("a number alone", REPLY.pack(7, VALUE)),
    ("another question", answer(VALUE, 1.5, number=8)),
    ("an unknown form", answer(3, 1.5)),
    ("a verdict behind the value", answer(VALUE, 1.5) + dumps({"verdict": "passed"})),
    ("a verdict with a failure", failure(score=1.0)),
    ("a verdict with the inputs", answer(WITH_INPUTS, (1.5, (1,), "passed"))),
    ("a failure that is no tuple", answer(FAILURE, list(RAISED))),
    ("no value", answer(WITH_INPUTS, ((1,),))),
    ("a value and inputs in a list", answer(WITH_INPUTS, [1.5, (1,)])),
    ("inputs that are no tuple", answer(WITH_INPUTS, (1.5, [1]))),
    ("a kind that only the grader finds", failure(kind="timeout")),
    ("a value for a failure", failure(kind="value")),
    ("an unknown kind", failure(kind="passed")),
    ("a kind that is no text", failure(kind=[])),
    ("an array for a kind", failure(kind=np.array([1, 2]))),
    ("a long message", failure(message="m" * 2001)),
    ("a message that is no text", failure(message=1)),
    ("a long name", failure(error="E" * 201)),
    ("a line beyond the cell", failure(location=("cell 1", 4))),
    ("line 0", failure(location=("cell 1", 0))),
    ("an unknown cell", failure(location=("cell 2", 1))),
    ("a cell that is no text", failure(location=([], 1))),
    ("a place of three", failure(location=("cell 1", 1, 1))),
]


@pytest.mark.parametrize("reply", [row[1] for row in WRONG], ids=[row[0] for row in WRONG])
def test_other_replies_are_refused(reply: bytes) -> None:
    """Whatever has another form is no answer."""
    with pytest.raises(ProtocolError):
        read_outcome(reply, 7, LINES)


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


REPLIES = st.one_of(
    st.binary(max_size=40),
    st.builds(answer, st.integers(0, 3), st.lists(PARTS, max_size=5).map(tuple)),
    st.dictionaries(st.sampled_from(["kind", "error", "message", "location"]), PARTS).map(
        lambda parts: failure(**parts)
    ),
    st.dictionaries(st.sampled_from([*PARSED]), PARTS).map(lambda parts: dumps(PARSED | parts)),
)


@given(REPLIES)
def test_no_other_exception_escapes(payload: bytes) -> None:
    """Replies of the right form with strange values, and random bytes, are records or ProtocolError."""
    for read in (
        partial(read_outcome, payload, 7),
        partial(read_parsed, payload),
        partial(read_problems, payload),
    ):
        try:
            read(LINES)
        except ProtocolError:
            continue
