"""What the student's page shows, before it is drawn: networks, curves, and the lines of code that matter."""

import time

import numpy as np
import pytest

from nncheck.pages.network_answers import shown
from nncheck.pages.student_code import Line, excerpts
from nncheck.pages.student_curve import picture, units
from nncheck.pages.student_network import WIDEST, Network, network
from nncheck.records import Cell, Counterexample, Curve, Location, Submission, Value

X, T = np.array([0.05, 0.1]), np.array([0.01, 0.99])
PARAMS = {
    **{"W1": np.array([[0.15, 0.2], [0.25, 0.3]]), "b1": np.array([0.35, 0.35])},
    **{"W2": np.array([[0.4, 0.45], [0.5, 0.55]]), "b2": np.array([0.6, 0.6])},
}


def drawn(got: Value, expected: Value, **inputs: Value) -> Network | None:
    """The network of a counterexample on the notes' worked example."""
    return network(Counterexample(inputs={"params": PARAMS, **inputs}, got=got, expected=expected))


def test_the_forward_pass_is_that_of_the_notes() -> None:
    """Values are computed from the inputs: 0.5933, 0.5969, 0.7514, 0.7729."""
    found = drawn(PARAMS, PARAMS, x=X, t=T)
    assert found is not None
    assert [each.value for each in found.nodes] == ["0.05", "0.1", "0.5933", "0.5969", "0.7514", "0.7729"]
    assert [each.target for each in found.nodes[-2:]] == ["0.01", "0.99"]
    assert found.first is None
    assert found.what == "gradient"


def test_the_first_wrong_number_is_the_first_computed() -> None:
    """Gradients go backwards, and a bias's is the error signal; values go forwards."""
    wrong = {name: each + 1 for name, each in PARAMS.items()}
    gradients = drawn(wrong, PARAMS, x=X, t=T)
    step = drawn((wrong, 0.1), (PARAMS, 0.1), x=X, t=T, lr=0.5)
    values = {"z1": X, "a1": X, "z2": X, "a2": X}
    forward = drawn({**values, "a1": X + 1, "z2": X + 1}, values, x=X)
    found = [each.first.name for each in (gradients, step, forward) if each and each.first]
    assert found == ["b2[0]", "W2[0, 0]", "a1[0]"]


def test_of_several_samples_the_wrong_one_is_drawn() -> None:
    """Rows of values belong to one sample each."""
    batch = np.stack([X, X + 1, X + 2])
    good = {"z1": batch, "a1": batch}
    found = drawn({"z1": batch, "a1": np.where(batch == 1.1, 7, batch)}, good, x=batch)
    assert found is not None
    assert found.first is not None
    assert found.first.name == "a1[1, 1]"
    assert found.nodes[0].value == "1.05"


def test_what_has_not_the_form_is_wrong_throughout() -> None:
    """A missing or misshapen part has no numbers."""
    wanted = {name: PARAMS[name] for name in ("W2", "b2", "W1")}
    found = drawn({"W2": np.zeros(3), "W1": 1j * PARAMS["W1"]}, wanted, x=X)
    assert found is not None
    assert {(each.got, each.right) for each in found.entries} == {("–", False)}


def test_layers_without_biases() -> None:
    """Lists of weights, with the gradients as a list."""
    weights = [np.ones((3, 2)), np.ones((1, 3))]
    inputs = {"x": X, "t": T[:1], "weights": weights}
    found = network(Counterexample(inputs=inputs, got=[weights[0] + 1, weights[1]], expected=weights))
    assert found is not None
    assert found.first is not None
    assert found.first.name == "W1[0, 0]"
    assert {each.bias for each in found.nodes} == {""}


@pytest.mark.parametrize(
    "inputs",
    [
        {"x": X},
        {"params": {"W1": "text"}},
        {"params": {"W1": np.zeros(3)}},
        {"params": {"W1": np.zeros((2, 2)), "W2": np.zeros((2, 5))}},
        {"params": {"W1": np.zeros((WIDEST + 1, 2))}},
        {"params": {"W1": np.zeros((0, 2))}},
        {"weights": [np.zeros((2, 2))] * 9},
    ],
)
def test_what_is_no_network_is_not_drawn(inputs: dict[str, Value]) -> None:
    """Other arguments, layers that do not fit, and what is too large."""
    assert network(Counterexample(inputs=inputs, got=PARAMS, expected=PARAMS)) is None


def test_numbers_have_the_digits_that_tell_them_apart() -> None:
    """Four, or more."""
    assert shown(0.123456, 0.123456) == ("0.1235", "0.1235")
    assert shown(0.123446, 0.123411, alike=False) == ("0.12345", "0.12341")
    assert shown(None, -1.0, alike=False) == ("–", "−1")


def test_errors_are_counted_in_units_in_the_last_place() -> None:
    """Of the larger number, so that zero beside something is no infinite error."""
    assert units(np.array([1.0]), np.array([1.0]))[0] == 2.0**-52
    assert units(np.array([1.0]), np.array([0.0]))[0] == 2.0**-52
    assert units(np.array([np.nan]), np.array([2.0]))[0] == 2.0**-51


def test_a_curve_in_numbers() -> None:
    """How many points are off, by how much and where; what is not finite breaks the line."""
    x = np.linspace(-6, 6, 200)
    got = x.copy()
    got[50] += 2.0**-20
    got[100] = np.nan
    found = picture(Curve(x=x, got=got, expected=x, allowed=np.full(200, 1e-15)))
    assert (found.points, found.wrong, found.not_finite) == (200, 2, 1)
    assert found.largest == pytest.approx(2.0**-20 / np.spacing(abs(x[50])), rel=1e-3)
    assert found.largest_at == x[50]
    assert found.yours.count("M") == 2
    assert [each.text for each in found.across] == ["−6", "−3", "0", "3", "6"]


def test_settings_are_numbers_or_words() -> None:
    """Whatever else a function of one number takes."""
    x = np.linspace(-6, 6, 200)
    settings = {"alpha": 0.25, "mode": "mean"}
    found = picture(Curve(x=x, got=x, expected=x, allowed=0 * x, settings=settings))
    assert found.settings == "alpha = 0.25, mode = mean"


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e308, 0.0])
def test_any_curve_can_be_drawn(value: float) -> None:
    """Infinite, huge and constant ones, within the picture."""
    x = np.linspace(-6, 6, 200)
    found = picture(Curve(x=x, got=np.full(200, value), expected=np.zeros(200), allowed=np.zeros(200)))
    assert "nan" not in found.yours + found.error + found.allowed
    assert "inf" not in found.yours + found.error + found.allowed
    assert abs(found.yours_end - found.reference_end) >= 15


CODE = """import numpy as np

@np.vectorize
def sigmoid(
    x,
):
    y = x

    return y

tanh = np.tanh
def relu(x):
    return other(x)
def other(x):
    return 1 / 0

"""


def code(function: str, line: int | None = None, source: str = CODE) -> list[list[Line]]:
    """The lines shown of a function that failed at a line."""
    given = Submission(name="a.py", sha256="", cells=(Cell(name="a.py", source=source),))
    place = Location(cell="a.py", line=line) if line else None
    return [list(each.lines) for each in excerpts(given, function, place)]


@pytest.mark.parametrize(
    ("function", "line", "numbers"),
    [
        ("sigmoid", 7, [[*range(3, 10)]]),
        ("tanh", None, [[11]]),
        ("relu", 15, [[12, 13], [14, 15]]),
        ("missing", None, []),
        ("other", 999, [[14, 15]]),
    ],
)
def test_the_block_is_shown(function: str, line: int | None, numbers: list[list[int]]) -> None:
    """From its decorator to its end, and the block of the line at which it failed."""
    assert [[each.number for each in block] for block in code(function, line)][: len(numbers)] == numbers


def test_the_line_is_marked_and_long_blocks_are_cut() -> None:
    """Around that line; a line of a million characters is cut as well."""
    body = "".join(f"    x += {number}\n" for number in range(500))
    (block,) = code("f", 300, f"def f(x):\n{body}    return '{'y' * 1_000_000}'\n")
    assert [each.number for each in block if each.here] == [300]
    assert [each.number for each in block][:4] == [1, 2, 3, None]
    assert len(block) < 40
    (end,) = code("f", 502, f"def f(x):\n{body}    return '{'y' * 1_000_000}'\n")
    assert max(len(each.text) for each in end) < 300


@pytest.mark.parametrize(
    "rest",
    ["\n" * 1_000_000, "    \n" * 200_000, "@\n" * 500_000, "f" + " " * 1_000_000],
    ids=["empty", "blank", "decorators", "wide"],
)
def test_endless_files_take_no_longer(rest: str) -> None:
    """Of a million lines only those around the place are looked at."""
    start = time.process_time()
    for _ in range(5):
        code("f", 2, f"def f(x):\n    return g(x)\n{rest}")
    assert time.process_time() - start < 1


def test_no_line_is_no_trouble() -> None:
    """Empty files, places in no cell."""
    assert code("f", 3, "") == [[Line(number=1, text="")]]
    given = Submission(name="a", sha256="", cells=())
    assert excerpts(given, "f", Location(cell="cell 9", line=1)) == []
