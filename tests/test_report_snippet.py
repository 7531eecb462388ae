"""Inputs are shown as code that can be pasted."""

from typing import Any

import numpy as np
import pytest

from nncheck.records import Opaque, Tensor
from nncheck.report.snippet import assignment, expression

VALUES: list[Any] = [
    np.array([1.0]),
    np.array(0.1),
    np.array([[1.0, -0.0], [np.inf, -np.inf]]),
    np.array([np.nan, 5e-324, 1.7976931348623157e308]),
    np.array([0.1, 0.2], dtype=np.float32),
    np.array([1, 2]),
    np.array([True, False]),
    np.array([1, 2], dtype=np.uint8),
    np.array([]),
    np.zeros((0, 3)),
    np.zeros((2, 0), dtype=np.int64),
    np.linspace(0, 1, 40).reshape(4, 10),
    {"W1": np.linspace(0, 1, 24).reshape(4, 6), "b1": np.array([0.1])},
    [(np.array([[1.0]]), np.array([2.0])), (np.array([[3.0]]), np.array([4.0]))],
    (np.array([1.0]),),
    "relu",
    0.1,
    -np.inf,
    3,
    None,
    True,
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
@pytest.mark.parametrize("width", [40, 100])
def test_pasted_code_gives_the_value_back(value: Any, width: int) -> None:
    """Bit for bit, dtype and shape included, at any width."""
    names: dict[str, Any] = {"np": np}
    exec("\n".join(assignment("x", value, width)), names)
    again = names["x"]
    assert type(again) is type(value)
    np.testing.assert_equal(again, value)
    if isinstance(value, np.ndarray):
        assert (again.dtype, again.shape) == (value.dtype, value.shape)
        assert again.tobytes() == value.tobytes() or np.isnan(value).any()


def test_lines_keep_to_the_width() -> None:
    """An array that is too wide goes over several lines."""
    lines = assignment("weights", np.linspace(0, 1, 40).reshape(8, 5), 60)
    assert len(lines) > 8
    assert max(map(len, lines)) <= 60


def test_a_tensor_is_torch_code() -> None:
    """A torch submission gets its counterexample as a tensor."""
    tensor = Tensor(array=np.array([0.5], dtype=np.float32))
    assert expression(tensor, 80) == "torch.tensor([0.5], dtype=torch.float32)"


def test_nothing_of_a_student_is_code() -> None:
    """Text and types that a student chose are shown inert."""
    assert expression("\x1b[2J", 80) == "'\\x1b[2J'"
    assert expression(Opaque(type_name="Evil\x07"), 80) == "<Evil\\x07>"
