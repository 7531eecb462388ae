"""Pictures: curves hold the right numbers, files are the same each time, a missing matplotlib is said."""

import math
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nncheck.errors import UsageError
from nncheck.plots.comparison import comparison
from nncheck.plots.curves import POINTS, curve, settings
from nncheck.plots.depth import norms
from nncheck.plots.graph import network_diagram
from nncheck.plots.histogram import density, drawn_from
from nncheck.plots.picture import picture
from nncheck.plots.style import drawn
from nncheck.reference.floats import in_floats
from nncheck.reference.trace import numbers, trace
from nncheck.spec import load_exercises
from nncheck.spec.law import Normal, Uniform

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = load_exercises()
ACTIVATIONS = EXERCISES["activations"].functions


def lines(svg: str, name: str) -> list[np.ndarray]:
    """The points of every path of a group of this name, in pixels; y goes down."""
    groups = re.findall(rf'<g id="{name}(?:_\d+)?">\s*<path d="([^"]*)"', svg)
    return [np.array(re.findall(r"[ML] (\S+) (\S+)", each), dtype=float) for each in groups]


def on_a_scale(pixels: np.ndarray, values: np.ndarray) -> bool:
    """Whether pixels are a linear function of the values, to the thousandth of one."""
    slope, offset = np.polyfit(values, pixels, 1)
    return bool(np.abs(slope * values + offset - pixels).max() < 2e-3)


def test_the_picture_shows_the_function_and_its_derivative() -> None:
    """The two curves in the file are the sigmoid and its slope, point for point."""
    svg = drawn(picture("sigmoid", EXERCISES), "svg").decode()
    value, slope = lines(svg, "curve")
    x = np.linspace(-6, 6, POINTS)
    sigmoid = 1 / (1 + np.exp(-x))
    assert on_a_scale(value[:, 0], x)
    assert on_a_scale(value[:, 1], sigmoid)
    assert on_a_scale(slope[:, 1], sigmoid * (1 - sigmoid))
    assert not on_a_scale(slope[:, 1], sigmoid)


@pytest.mark.parametrize(
    ("name", "value", "slope"),
    [
        ("tanh", math.tanh, lambda x: 1 - math.tanh(x) ** 2),
        ("relu", lambda x: max(x, 0.0), lambda x: float(x > 0)),
        ("identity", lambda x: x, lambda x: 1.0),
        ("leaky_relu", lambda x: x if x > 0 else 0.2 * x, lambda x: 1.0 if x > 0 else 0.2),
    ],
)
def test_curves_are_exact(name: str, value: Any, slope: Any) -> None:
    """Values and slopes are those of the formula; at a kink there is no slope to be drawn."""
    found = curve(ACTIVATIONS[name], settings(ACTIVATIONS[name]))
    away = found.x != 0
    assert np.allclose(found.value, [value(x) for x in found.x], rtol=1e-15, atol=1e-15)
    assert np.allclose(found.slope[away], [slope(x) for x in found.x[away]], rtol=1e-14, atol=1e-15)
    assert np.isnan(found.slope[~away]).all() == (name in ("relu", "leaky_relu"))


def test_the_network_has_its_numbers_on_nodes_and_edges() -> None:
    """Inputs, activations and loss stand in circles, sums and biases below them, weights on the lines."""
    diagram = network_diagram(EXERCISES["backprop"], EXERCISES["backprop"].functions["train_step"])
    values = [node.value for node in diagram.nodes]
    assert values == ["0.05", "0.1", "0.5933", "0.5969", "0.7514", "0.7729", "0.2984"]
    assert "= 0.3775" in diagram.nodes[2].below
    assert "= 0.35" in diagram.nodes[2].below
    weights = [edge.weight for edge in diagram.edges if edge.weight]
    assert weights == ["0.15", "0.2", "0.25", "0.3", "0.4", "0.45", "0.5", "0.55"]
    places = {(node.x, node.y): node.name for node in diagram.nodes}
    assert all(edge.start in places and edge.end in places for edge in diagram.edges)
    assert places[diagram.edges[1].start] == "$x_{2}$"
    assert places[diagram.edges[1].end] == "$a_{1}^{(1)}$"


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "identity"])
def test_gradient_norms_are_those_of_the_exercise(activation: str) -> None:
    """The depth plot computes what the formula of gradient_norms gives."""
    function = EXERCISES["gradient_flow"].functions["gradient_norms"]
    rng = np.random.default_rng(3)
    x, weights = rng.normal(size=(3, 4)), [rng.normal(size=shape) for shape in ((5, 4), (4, 5), (2, 4))]
    traced = trace(function.formula, (x, weights, activation))
    given = {node.order: value for node, value in zip(traced.inputs, numbers((x, weights)), strict=True)}
    assert np.allclose(norms(activation, weights, x), in_floats(traced.outputs, given, "float64"), rtol=1e-12)


@pytest.mark.parametrize(
    "law",
    [Uniform(shape=(200, 300), low=-0.5, high=1.0), Normal(shape=(200, 300), mean=0.25, std=0.5)],
)
def test_histograms_stand_under_their_density(law: Uniform | Normal) -> None:
    """The density has area 1, and the numbers drawn have its mean and spread."""
    x = np.linspace(law.centre - 8 * law.scale, law.centre + 8 * law.scale, 100_001)
    assert abs(np.trapezoid(density(law, x), x) - 1) < 1e-3
    sample = drawn_from(law)
    share, _ = np.histogram(sample, bins=20, range=(law.centre - law.scale, law.centre + law.scale))
    middles = law.centre + law.scale * (np.arange(20) - 9.5) / 10
    expected = density(law, middles) * law.scale / 10 * sample.size
    assert np.abs(share - expected).max() < 6 * np.sqrt(expected.max())


def test_the_histogram_of_an_initializer_has_its_bounds() -> None:
    """The line in the file is the density of Xavier's law, between the bounds of its formula."""
    svg = drawn(picture("xavier_uniform", EXERCISES), "svg").decode()
    (line,) = lines(svg, "density")
    high = line[:, 1] < line[:, 1].mean()
    assert 0.78 < high.mean() < 0.82  # the picture is a quarter wider than the law
    assert len(np.unique(line[:, 1])) == 2


def test_a_students_curve_is_drawn_over_the_reference() -> None:
    """Both curves, the error and what is allowed are in the picture, with their own numbers."""
    x = np.linspace(-3, 3, 50)[::-1]
    expected, got = np.tanh(x), np.tanh(x) + 0.1 * x**2
    svg = comparison(x, got, expected, np.full(50, 0.01), "tanh")
    assert svg.startswith("<svg")
    order = np.argsort(x)
    (mine,), (reference,), (error,) = (lines(svg, name) for name in ("yours", "reference", "error"))
    assert on_a_scale(mine[:, 1], got[order])
    assert on_a_scale(reference[:, 1], expected[order])
    assert on_a_scale(error[:, 1], 0.1 * x[order] ** 2)
    assert 'id="allowed"' in svg


@pytest.mark.parametrize(
    ("x", "got", "expected"),
    [
        ([0.0, 1.0, 2.0], [math.nan, math.inf, 2.0], [0.0, 1.0, 2.0]),
        ([0.0, 1.0], [math.nan, math.nan], [0.0, 1.0]),
        ([1.0], [1.0], [1.0]),
        ([], [], []),
        ([math.inf, 0.0], [1.0, 0.5], [1.0, 0.5]),
    ],
)
def test_odd_answers_can_be_compared(x: list[float], got: list[float], expected: list[float]) -> None:
    """NaN, infinities, a single point and none at all still give a picture."""
    assert comparison(np.array(x), np.array(got), np.array(expected)).endswith("</svg>\n")


def test_the_same_numbers_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing in a file depends on the day, the process or the order of a set."""
    made = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.svg"
        show("gelu", "--plot", path, PYTHONHASHSEED=seed)
        made.append(path.read_bytes())
    assert made[0] == made[1]
    assert drawn(picture("gelu", EXERCISES), "svg") == made[0]
    assert b"dc:date" not in made[0]


def show(
    *arguments: str | Path, cwd: Path = ROOT, code: str = "", **extra: str
) -> subprocess.CompletedProcess[str]:
    """`nncheck show ARGUMENTS` in a process, after some code."""
    program = f"import sys; sys.argv = ['nncheck', 'show', *sys.argv[1:]]; {code}"
    program += "from nncheck.cli import main; main()"
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"} | extra
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_files_are_written(tmp_path: Path) -> None:
    """--plot alone writes NAME.svg here; a name ending in .png gives a PNG."""
    done = show("sigmoid", "--plot", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "sigmoid.svg\n")
    assert (tmp_path / "sigmoid.svg").read_text("utf-8").startswith("<?xml")
    done = show("backprop", "--plot", tmp_path / "net.png")
    assert done.returncode == 0
    assert (tmp_path / "net.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("sigmoid", "--plot", "a.pdf"), "written as .svg or .png"),
        (("nosuch", "--plot", "a.svg"), "unknown exercise or function"),
        (("mse", "--plot", "a.svg"), "no network of layers"),
        (("sigmoid", "--plot", "no/where.svg"), "there is no folder"),
    ],
)
def test_what_cannot_be_drawn_is_said(tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    """One sentence, exit code 2, and no file."""
    done = show(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_missing_matplotlib_is_said(tmp_path: Path) -> None:
    """Without the extra one clear sentence names the command that installs it; text needs none."""
    without = "sys.modules['matplotlib'] = None; "
    done = show("sigmoid", "--plot", "a.svg", cwd=tmp_path, code=without)
    assert done.returncode == 2
    assert "pip install 'nncheck[plots]'" in done.stderr
    assert done.stderr.count("\n") == 1
    assert show("sigmoid", cwd=tmp_path, code=without).returncode == 0


PICTURES = [
    "activations",
    "backprop",
    "gradient_flow",
    "initializers",
    "layers",
    "prelu_grad",
    "kaiming_normal",
]


@pytest.mark.parametrize("name", PICTURES)
def test_every_kind_of_picture_can_be_drawn(name: str) -> None:
    """Functions, networks, depths and laws of the exercises that ship with nncheck."""
    assert len(drawn(picture(name, EXERCISES), "png")) > 10_000


def test_functions_without_a_picture_are_named() -> None:
    """A loss has neither a curve, nor a network, nor random numbers."""
    with pytest.raises(UsageError, match="no picture for losses"):
        picture("losses", EXERCISES)
