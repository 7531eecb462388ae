"""docs/authoring.md and docs/numerics.md say what the code does."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered, in_double

import nncheck.spec
from nncheck.cases.bundle import Bundle
from nncheck.cases.process import build
from nncheck.diagnose import formulas
from nncheck.judge.reference import agrees
from nncheck.reference.answer import ROUNDOFF, SAFETY, Solver
from nncheck.reference.balls import certified, widened
from nncheck.reference.trace import trace
from nncheck.spec import Exercise, Function, exp, load_exercises

DOCS = Path(__file__).resolve().parent.parent / "docs"
AUTHORING = (DOCS / "authoring.md").read_text("utf-8")
NUMERICS = " ".join((DOCS / "numerics.md").read_text("utf-8").split())
BLOCKS = re.findall(r"^```python\n(.*?)^```", AUTHORING, re.S | re.M)


@pytest.fixture(scope="module")
def swish(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """The example of the page, as a file in a folder of exercises."""
    path = tmp_path_factory.mktemp("course") / "exercises" / "swish" / "exercise.py"
    path.parent.mkdir(parents=True)
    path.write_text(BLOCKS[0], "utf-8")
    return load_exercises([path.parent.parent.parent])["swish"]


@pytest.fixture(scope="module")
def swish_bundles(swish: Exercise) -> dict[str, Bundle]:
    """All of its cases."""
    fixed, drawn = (build(swish, tuple(swish.functions), 0, part) for part in (True, False))
    return {
        name: Bundle(cases=fixed[name].cases + drawn[name].cases, properties=drawn[name].properties)
        for name in fixed
    }


def test_the_example_loads(swish: Exercise) -> None:
    """Two functions, one of them derived."""
    assert [each.signature for each in swish.functions.values()] == ["swish(x)", "swish_grad(x)"]


def np_sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


RIGHT: dict[str, Callable[[Any], Any]] = {
    "swish": lambda x: x / (1 + np.exp(-x)),
    "swish_grad": lambda x: np_sigmoid(x) * (1 + x * (1 - np_sigmoid(x))),
}


@pytest.mark.parametrize("name", RIGHT)
def test_the_example_tells_right_from_wrong(
    name: str, swish: Exercise, swish_bundles: dict[str, Bundle]
) -> None:
    """A right answer passes, and each misconception of the page fails and is named."""
    cases = [case for case in swish_bundles[name].cases if case.group in ("values", "worked")]
    assert agrees(answered(cases, RIGHT[name])) is None
    assert {case.group for case in swish_bundles[name].cases} >= {
        "values",
        "values_float32",
        "stability",
        "shapes",
        "dtype",
    }
    assert swish_bundles[name].properties
    for each in swish.functions[name].misconceptions:
        answers = answered(cases, in_double(each.formula))
        assert agrees(answers) is not None
        found = formulas.misconception(swish.functions[name], formulas.telling(answers))
        assert found is not None
        assert found.id == each.code


def test_the_wrong_solution_of_the_page_is_wrong(swish: Exercise, swish_bundles: dict[str, Bundle]) -> None:
    """It fails as its head says."""
    space: dict[str, Any] = {}
    exec(BLOCKS[-1], space)  # our own page
    cases = [case for case in swish_bundles["swish"].cases if case.group in ("values", "worked")]
    found = formulas.misconception(
        swish.functions["swish"], formulas.telling(answered(cases, space["swish"]))
    )
    assert found is not None
    assert f"# diagnosed: {found.id}" in BLOCKS[-1]


def test_every_word_of_an_exercise_file_is_on_the_page() -> None:
    """What `nncheck.spec` offers to authors is described, and nothing that it does not offer."""
    words = set(nncheck.spec.__all__) - {"load_exercises", "stack"}
    assert {word for word in words if not re.search(rf"\b{word}\b", AUTHORING)} == set()


# --- the worked example of numerics.md -----------------------------------------------------------


def bound(formula: Callable[..., Any], x: float) -> float:
    """r of one form."""
    traced = trace(formula, (x,))
    inputs = {traced.inputs[0].order: x}
    (ball,), (exact,) = widened(traced.outputs, inputs, "float64").balls, certified(traced.outputs, inputs)
    return float((ball - exact.low).abs_upper())


def sigmoid(x: Any) -> Any:
    return 1 / (1 + exp(-x))


FORMS = {
    "exp(-x) / (1 + exp(-x)) ** 2": lambda x: exp(-x) / (1 + exp(-x)) ** 2,
    "sigmoid(x) * (1 - sigmoid(x))": lambda x: sigmoid(x) * (1 - sigmoid(x)),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_bounds_of_the_page_are_those_of_the_code(form: str) -> None:
    """r of each form at x = 20."""
    assert f"| `{form}` | {bound(FORMS[form], 20.0):.2e} |" in NUMERICS


def test_the_tolerances_of_the_page_are_those_of_the_code() -> None:
    """The value, both tolerances, and numpy's own error."""
    function: Function = EXERCISES["activations"].functions["sigmoid_grad"]
    x = np.array([20.0, -20.0])
    answer = Solver(function).answer((x,), "float64")
    assert f"exact value is {float(answer.exact[0])!r}" in NUMERICS
    assert answer.scale.tolist() == [0.25, 0.25]
    assert f"{answer.tolerance[0]:.2e}" == "1.17e-15"
    assert f"{answer.tolerance[1]:.2e}" == "5.55e-17"
    assert "= 1.17e-15" in NUMERICS
    assert "tolerance is 5.55e-17" in NUMERICS
    s = np_sigmoid(x[0])
    assert abs(s * (1 - s) - answer.exact[0]) <= answer.tolerance[0] / 4
    assert SAFETY == 2
    assert f"u = {ROUNDOFF['float64']:.2e}" in NUMERICS
