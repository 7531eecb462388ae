"""docs/authoring.md and docs/numerics.md say what the code does."""

import doctest
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered, in_double
from test_docs import Commands, blocks, ran

import nncheck.spec
from nncheck.cases.bundle import Bundle
from nncheck.cases.process import build
from nncheck.diagnose import formulas
from nncheck.judge.reference import agrees
from nncheck.reference.answer import ROUNDOFF, SAFETY, Solver
from nncheck.reference.balls import certified, widened
from nncheck.reference.trace import trace
from nncheck.release.assignment import chosen, read_assignment
from nncheck.release.markers import without_solutions
from nncheck.spec import Exercise, Function, exp, load_exercises

DOCS = Path(__file__).resolve().parent.parent / "docs"
AUTHORING = (DOCS / "authoring.md").read_text("utf-8")
NUMERICS = " ".join((DOCS / "numerics.md").read_text("utf-8").split())
BLOCKS = re.findall(r"^```python\n(.*?)^```", AUTHORING, re.S | re.M)
# the path named last before a block says which file it is
FILES: dict[str, str] = dict(
    re.findall(r"`(my_course/[\w/.-]+\.(?:py|md))`:\n\n```\w+\n(.*?)^```", AUTHORING, re.S | re.M)
)
EXERCISE_FILE = FILES["my_course/exercises/swish/exercise.py"]
WRONG_FILE = FILES["my_course/solutions/swish/wrong/exponent-sign.py"]


@pytest.fixture(scope="module")
def swish(tmp_path_factory: pytest.TempPathFactory) -> Exercise:
    """The example of the page, as a file in a folder of exercises."""
    path = tmp_path_factory.mktemp("course") / "exercises" / "swish" / "exercise.py"
    path.parent.mkdir(parents=True)
    path.write_text(EXERCISE_FILE, "utf-8")
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
    exec(WRONG_FILE, space)  # our own page
    cases = [case for case in swish_bundles["swish"].cases if case.group in ("values", "worked")]
    found = formulas.misconception(
        swish.functions["swish"], formulas.telling(answered(cases, space["swish"]))
    )
    assert found is not None
    assert f"# diagnosed: {found.id}" in WRONG_FILE


def followed(block: Commands, workplace: Path) -> None:
    """Every command of a console block prints what the page shows."""
    for command, output in block:
        program, *arguments = shlex.split(command)
        if program == "rm":
            for name in arguments:
                (workplace / name).unlink()
            continue
        assert program == "nncheck"
        done = ran(arguments, workplace)
        assert done.returncode in (0, 1), done.stderr
        assert doctest.OutputChecker().check_output(
            output, done.stdout, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        ), done.stdout + done.stderr


def test_a_stranger_gets_from_nothing_to_a_handout(tmp_path: Path) -> None:
    """The commands of the page, with its files copied where it says, end with a stub of 0 and full marks."""
    new, *others = blocks(AUTHORING)
    assert [command.split()[1] for block in others for command, _ in block if "nncheck" in command] == [
        "selfcheck",
        "release",
        "grade",
        "grade",
    ]
    followed(new, tmp_path)
    assert len(FILES) == 4
    for name, content in FILES.items():
        assert (tmp_path / name).is_file()  # `nncheck new` has made it
        (tmp_path / name).write_text(content, "utf-8")
    for block in others:
        followed(block, tmp_path)


def test_the_assignment_of_the_page_is_one(tmp_path: Path) -> None:
    """It names functions that there are, and the table beside it has every key."""
    (block,) = re.findall(r"^```toml\n(title.*?)^```", AUTHORING, re.S | re.M)
    path = tmp_path / "hw1.toml"
    path.write_text(block, "utf-8")
    assignment = read_assignment(path)
    assert [list(each) for each in chosen(assignment, EXERCISES).values()] == [
        ["sigmoid", "sigmoid_grad"],
        ["softmax"],
    ]
    for key in assignment.__struct_fields__:
        assert f"| `{key}` |" in AUTHORING


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("y = x * x  # SOLUTION", "y = ..."),
        ("def f(y):\n    return y  # SOLUTION", "def f(y):\n    raise NotImplementedError"),
        ("### BEGIN SOLUTION\ny = 2\n### END SOLUTION", "..."),
        ("y = 2  # SOLUTION NO PROMPT", ""),
        ("### BEGIN HIDDEN TESTS\ny\n### END HIDDEN TESTS", ""),
    ],
)
def test_markers_do_what_the_page_says(written: str, left: str) -> None:
    """Each row of the table."""
    assert without_solutions(written, "page") == left
    assert written.splitlines()[-1].strip() in AUTHORING


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
