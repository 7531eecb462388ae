"""Results travel: what arrives is what was sent."""

from typing import Any

import msgspec
import numpy as np
import pytest
from report_samples import everything, exercise, failed, function, submission

from nncheck import results
from nncheck.records import Counterexample, Opaque, Random, Report, SubmissionResult, Tensor, Value
from nncheck.report.json import render

VALUES: list[Any] = [
    None,
    True,
    -7,
    0.1,
    float("inf"),
    2 - 3j,
    "text",
    (1, [2.0, ("a",)]),
    {"W1": np.arange(6, dtype=np.float32).reshape(2, 3), "lr": 0.5},
    np.array(3.0),
    np.zeros((0, 4), dtype=np.int64),
    Random(seed=5, again=True),
    Tensor(array=np.ones(2), device="cuda:0"),
    Opaque(type_name="Evil"),
]


def with_value(value: Value) -> SubmissionResult:
    """A result in whose counterexample the value is an input and an answer."""
    example = Counterexample(inputs={"x": value}, got=value, expected=np.ones(1))
    check = failed("values", counterexample=example)
    return submission("a.py", exercise("activations", function("sigmoid", check)))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_every_kind_of_value_arrives_as_it_was(value: Value) -> None:
    """Types, number types, shapes and the last bit of numbers are kept."""
    sent = with_value(value)
    found = results.decode(results.encode(sent)).exercises[0].functions[0].checks[0].counterexample
    assert found is not None
    assert repr(found.got) == repr(value)
    assert repr(found.inputs["x"]) == repr(found.got)


def test_reports_of_results_that_travelled_are_the_same_bytes() -> None:
    """Right, wrong, crashed and hostile ones."""
    sent = everything()
    arrived = tuple(results.decode(results.encode(each)) for each in sent.submissions)
    again = Report(submissions=arrived, environment=sent.environment)
    assert render(again) == render(sent)


def test_a_scalar_of_numpy_arrives_as_the_number_that_reports_show() -> None:
    """2 is not written as an array without dimensions."""
    value = {"exact": np.int64(2), "all": (np.float64(0.1), [np.bool_(True)])}
    found = results.decode(results.encode(with_value(value))).exercises[0].functions[0].checks[0]
    assert found.counterexample is not None
    assert repr(found.counterexample.got) == "{'exact': 2, 'all': (0.1, [True])}"


def test_a_huge_answer_is_kept_as_its_type() -> None:
    """A student who returns a gigabyte fills no gradebook."""
    data = results.encode(with_value(np.zeros(results.MOST_BYTES)))
    found = results.decode(data).exercises[0].functions[0].checks[0].counterexample
    assert found is not None
    assert found.got == Opaque(type_name="numpy.ndarray")
    assert len(data) < 2000


@pytest.mark.parametrize("data", [b"", b"\xc1", b"\x80", msgspec.msgpack.encode({"submission": 3})])
def test_bytes_that_are_no_result_are_refused(data: bytes) -> None:
    """A gradebook that somebody has edited gives a sentence, not a wrong grade."""
    with pytest.raises(ValueError, match="."):
        results.decode(data)
