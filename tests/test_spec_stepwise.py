"""A formula of one step, and the function of many steps that comes of it."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nncheck.errors import SpecError
from nncheck.records import Steps
from nncheck.reference.answer import Solver
from nncheck.spec import Function, Misconception, one_of, reals, stepwise

DOMAIN = {"w": reals(-3, 3, "k"), "g": reals(-2, 2, "steps", "k"), "state": one_of(None), "lr": reals(0, 1)}
GRADIENTS = np.array([[1.0], [2.0], [4.0]])
AUTHORING = Path(__file__).resolve().parent.parent / "docs" / "authoring.md"
BLOCKS = re.findall(r"^```python\n(.*?)^```", AUTHORING.read_text("utf-8"), re.S | re.M)


def heavy(w, g, state, lr=0.5):  # type: ignore[no-untyped-def]
    """Add up all gradients."""
    v = g if state is None else state + g
    return w - lr * v, v


def made(**details: Any) -> Function:
    return stepwise(heavy, DOMAIN, over="g", carries="state", **details)


def test_the_example_of_the_documentation_takes_steps() -> None:
    """Its formula of momentum is that of the exercise, step for step."""
    (block,) = [each for each in BLOCKS if "stepwise(" in each]
    names: dict[str, Any] = {}
    exec(f"from nncheck.spec import number, one_of, reals, stepwise\n{block}", names)
    arguments = (np.array([10.0]), GRADIENTS, None, 0.5, 0.5)
    assert [each.item() for each in names["MOMENTUM"].formula(*arguments)] == [9.5, 8.25, 5.625]


def test_students_see_one_step() -> None:
    """Name, signature and statement are those of the formula of one step."""
    function = made()
    assert function.signature == "heavy(w, g, state, lr=0.5)"
    assert function.statement == "Add up all gradients."
    assert function.steps == Steps(over=1, state=2)


def test_the_answer_is_the_first_argument_after_every_step() -> None:
    """The state is None at first and then what the step before returned; so is the first argument."""
    exact = Solver(made()).answer((np.array([10.0]), GRADIENTS, None, 0.5), "float64").exact
    assert [after.tolist() for after in exact] == [[9.5], [8.0], [4.5]]


def test_forms_and_misconceptions_take_the_same_steps() -> None:
    """They are written for one step, too, and keep what they say."""
    lost = Misconception("NN001", "lost", "Where is it kept?", lambda w, g, state, lr: (w - lr * g, None))
    function = made(forms=(heavy,), misconceptions=(lost,))
    (kept,) = function.misconceptions
    assert (kept.code, kept.title, kept.hint, kept.convention) == (
        "NN001",
        "lost",
        "Where is it kept?",
        False,
    )
    assert [each.item() for each in kept.formula(np.array([10.0]), GRADIENTS, None, 0.5)] == [9.5, 8.5, 6.5]
    assert len(function.forms[0](np.array([10.0]), GRADIENTS, None, 0.5)) == 3


@pytest.mark.parametrize(
    ("over", "carries", "domain"),
    [
        ("gradient", "state", DOMAIN),
        ("g", "memory", DOMAIN),
        ("g", "state", {**DOMAIN, "state": one_of(0.0)}),
    ],
    ids=["over", "carries", "not None at first"],
)
def test_wrong_names_are_refused(over: str, carries: str, domain: dict[str, Any]) -> None:
    """An author is told where, and what to write."""
    with pytest.raises(SpecError, match=r"test_spec_stepwise\.py:\d+: heavy: .*one_of\(None\)"):
        stepwise(heavy, domain, over=over, carries=carries)
