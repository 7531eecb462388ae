"""Values as JSON: bounded, and exact where JSON can be."""

import json
from typing import Any

import numpy as np
import pytest

from nncheck.records import Opaque, Tensor
from nncheck.report.values import jsonable

INF, NAN = float("inf"), float("nan")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        (True, True),
        (0.1, 0.1),
        (-INF, "-inf"),
        (NAN, "nan"),
        (1 + INF * 1j, {"real": "nan", "imag": "inf"}),
        (np.float32(0.5), 0.5),
        (np.array([1.0, INF]), {"dtype": "float64", "shape": [2], "data": [1.0, "inf"]}),
        (np.array(2), {"dtype": "int64", "shape": [], "data": [2]}),
        (np.zeros((0, 3)), {"dtype": "float64", "shape": [0, 3], "data": []}),
        (
            Tensor(array=np.array([True]), device="cuda:0"),
            {"dtype": "bool", "shape": [1], "data": [True], "device": "cuda:0"},
        ),
        (Opaque(type_name="generator"), {"type": "generator"}),
        ((1, [2.0], {"a": None}), [1, [2.0], {"a": None}]),
        (
            {"dtype": 1, "shape": 2, "data": 3},
            {"items": [["dtype", 1], ["shape", 2], ["data", 3]], "length": 3},
        ),
    ],
)
def test_values_in_json(value: Any, written: Any) -> None:
    """Every kind of value has one form, and only an array looks like one."""
    assert jsonable(value) == written


def test_arrays_stop_at_64_entries() -> None:
    """Longer arrays keep their shape and say that they were cut."""
    written = jsonable(np.arange(65.0).reshape(5, 13))
    assert (written["shape"], len(written["data"]), written["truncated"]) == ([5, 13], 64, True)
    assert "truncated" not in jsonable(np.arange(64.0))


def test_nested_values_are_bounded() -> None:
    """A list of lists of lists of lists does not become a huge report."""
    value: Any = 1.0
    for _ in range(5):
        value = [value] * 60
    assert len(json.dumps(jsonable(value))) < 20_000
    assert jsonable(list(range(1000)))["length"] == 1000
    assert jsonable({str(i): i for i in range(1000)})["truncated"] is True
    assert len(jsonable("a" * 10_000)) < 2100
