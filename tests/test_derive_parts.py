"""The parts of a derivation: rules, own terms, layers found in a graph, values that people give."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sympy

from nncheck.derive.formula import Formulas
from nncheck.derive.layers import shared, stations
from nncheck.derive.naming import find, named_inputs
from nncheck.derive.pieces import Constant, Figure, Letter, Minus, Over, Power, Sum
from nncheck.derive.rules import shortest, steps
from nncheck.derive.terms import equal, in_own_terms, without_shift
from nncheck.derive.values import read_values, with_values
from nncheck.derive.writers import LatexWriter, MathmlWriter, TextWriter
from nncheck.errors import UsageError
from nncheck.reference.trace import trace
from nncheck.spec import exp, log, maximum, total

X = sympy.Symbol("x", real=True)
FORMULAS = [
    1 / (1 + sympy.exp(-X)),
    (sympy.exp(X) - sympy.exp(-X)) / (sympy.exp(X) + sympy.exp(-X)),
    X * (1 + sympy.erf(X / sympy.sqrt(2))) / 2,
    sympy.log(1 + sympy.exp(X)),
    sympy.tanh(3 * X) ** 2 / (1 + X**2),
    sympy.sqrt(1 + X**2) * sympy.exp(-X / 3),
    sympy.Piecewise((X**2, X > 0), (X / 5, True)),
    sympy.Integer(7),
    X,
]


@pytest.mark.parametrize("formula", FORMULAS, ids=str)
def test_every_step_is_the_same_derivative(formula: Any) -> None:
    """From the first rule to the last only the derivative is written, and in the end none is left open."""
    exact = sympy.diff(formula, X)
    taken = steps(formula, X)
    for step in taken:
        assert sympy.simplify(step.formula.doit() - exact) == 0
    assert not taken[-1].formula.has(sympy.Derivative)
    assert sympy.simplify(shortest(taken[-1].formula) - exact) == 0


def own_terms(formula: Any) -> str | None:
    """The slope of f in terms of f."""
    value = sympy.Symbol("f")
    found = in_own_terms(sympy.diff(formula, X), {value: formula})
    return None if found is None else TextWriter().write(Formulas({value: Letter(base="f")}).written(found))


def test_slopes_in_own_terms_are_found_and_proved() -> None:
    """The identities that notes teach come out; where there is none, none is claimed."""
    sigmoid, tanh = FORMULAS[:2]
    assert own_terms(sigmoid) == "f (1 − f)"
    assert own_terms(tanh) == "1 − f²"
    assert own_terms(sympy.exp(X)) == "f"
    assert own_terms(2 * sigmoid) == "½ f (2 − f)"
    assert own_terms(FORMULAS[2]) is None
    assert own_terms(sympy.log(1 + sympy.exp(X))) is None
    value = sympy.Symbol("f")
    nearly = sympy.diff(sigmoid, X) + sympy.Rational(1, 10**14)
    assert in_own_terms(nearly, {value: sigmoid}) is None
    assert not equal(sigmoid, nearly)


def test_probabilities_that_sum_to_one_keep_their_textbook_slopes() -> None:
    """Of two classes each probability is 1 less the other: the shortest of all true formulas is shown."""
    z = sympy.symbols("z1 z2", real=True)
    p = [sympy.exp(each) / (sympy.exp(z[0]) + sympy.exp(z[1])) for each in z]
    one, other = sympy.symbols("p q")
    assert str(in_own_terms(sympy.diff(p[0], z[0]), {one: p[0]})) == "p*(1 - p)"
    assert str(in_own_terms(sympy.diff(p[0], z[1]), {one: p[0], other: p[1]})) == "-p*q"


def test_the_shift_of_a_softmax_is_left_out_only_where_it_changes_nothing() -> None:
    """SymPy decides: a softmax loses its shift, a shifted exponential keeps it."""
    y = sympy.Symbol("y", real=True)
    largest = sympy.Piecewise((X, X - y > 0), (y, True))
    softmax = sympy.exp(X - largest) / (sympy.exp(X - largest) + sympy.exp(y - largest))
    assert not without_shift(softmax).has(sympy.Piecewise)
    assert without_shift(sympy.exp(X - largest)) == sympy.exp(X - largest)


def network(x: Any, weights: Any, activation: Any, loss: Any) -> Any:
    """A network without biases; the loss gets the input as well, as something that is no parameter."""
    a = x
    for W in weights:
        a = activation(a @ W.T)
    return loss(a, x[..., :2])


def sigmoid(z: Any) -> Any:
    return 1 / (1 + exp(-z))


def softmax(z: Any) -> Any:
    return exp(z) / total(exp(z), axis=-1)


NETWORKS = [
    (sigmoid, lambda a, t: total((a - t) ** 2), 2, ["z", "a"] * 2),
    (lambda z: maximum(z, 0), lambda a, t: total(a), 2, ["z", "a"] * 2),
    (lambda z: z, lambda a, t: total(a), 2, ["z"] * 2),
    (lambda z: (exp(z) - exp(-z)) / (exp(z) + exp(-z)), lambda a, t: total(a * t), 3, ["z", "a"] * 2),
    (softmax, lambda a, t: -total(t * log(a)), 1, ["z", "a"] * 2),
    (sigmoid, lambda a, t: -total(t * log(a) + (1 - t) * log(1 - a)), 2, ["z", "a"] * 2),
]


@pytest.mark.parametrize(("activation", "loss", "samples", "kinds"), NETWORKS)
def test_layers_are_found_by_their_shape(activation: Any, loss: Any, samples: int, kinds: list[str]) -> None:
    """Weighted sums and activations of every layer, neuron and sample, whatever activation and loss."""
    x, weights = np.ones((samples, 3)), [np.ones((4, 3)), np.ones((2, 4))]
    traced = trace(lambda x, weights: network(x, weights, activation, loss), (x, weights))
    found = stations(traced.outputs, traced.inputs[x.size :])
    letters = {(each.letter.base, each.letter.layer) for each in found}
    assert letters == {(kind, layer) for kind in kinds for layer in "12"}
    sums = [each for each in found if each.letter.base == "z"]
    assert [sum(each.layer == layer for each in sums) for layer in (1, 2)] == [4 * samples, 2 * samples]
    assert len({each.letter for each in found}) == len(found)


def test_what_is_no_network_has_no_layers() -> None:
    """A loss of predictions, or a product of inputs, is not taken for a weighted sum."""
    traced = trace(lambda p, y: total(y * log(p)), (np.ones(3), np.ones(3)))
    assert stations(traced.outputs, []) == []
    again = trace(lambda p: (1 + p[0]) * exp(1 + p[0]), (np.ones(1),))
    (node,) = again.outputs
    assert shared(node, again.inputs) == []  # 1 + p is written twice there, and is two values
    once = trace(lambda p: (lambda u: u * exp(u))(1 + p[0]), (np.ones(1),))
    assert [each.letter.base for each in shared(once.outputs[0], once.inputs)] == ["u"]


def test_inputs_have_letters_and_names() -> None:
    """On paper subscripts count from 1 and layers stand in brackets; names are those of Python."""
    W, b = np.zeros((2, 12)), np.zeros(2)
    inputs = named_inputs(
        {"x": np.zeros(2), "params": {"W1": W, "b1": b}, "weights": [W], "lr": 0.5, "beta1": 0.9}
    )
    names = {each.name: each.letter for each in inputs}
    assert names["W1[1,10]"] == Letter(base="w", sub="2,11", layer="1")
    assert names["b1[0]"] == Letter(base="b", sub="1", layer="1")
    assert names["weights[0][0,1]"].layer == "1"
    assert names["lr"] == Letter(base="η")
    assert names["beta1"] == Letter(base="β", sub="1")
    assert len(set(names.values())) == len(inputs)  # W1 and weights[0] are told apart
    for written in ("W1[1,10]", "params.W1[1, 10]", " W1[1][10] "):
        assert find(written, inputs).name == "W1[1,10]"


def test_mathematics_is_written_with_the_brackets_that_it_needs() -> None:
    """A sum in a product, a negative number in a sum, a power of a letter that bears a layer."""
    a = Letter(base="a", sub="1", layer="2")
    minus = Figure(text="-0.5", exact=-0.5)
    small = Figure(text="1.5e-07", exact=1.5e-7)
    difference = Sum(terms=(Constant(text="1"), Minus(piece=a)))
    pieces = [
        Power(base=a, exponent=Constant(text="2")),
        Sum(terms=(a, minus)),
        Over(top=difference, bottom=difference),
    ]
    text, latex, mathml = TextWriter(), LatexWriter(), MathmlWriter()
    assert [text.write(each) for each in pieces] == ["(a₁⁽²⁾)²", "a₁⁽²⁾ + (−0.5)", "(1 − a₁⁽²⁾)/(1 − a₁⁽²⁾)"]
    assert latex.write(pieces[2]) == r"\frac{1 - a_{1}^{(2)}}{1 - a_{1}^{(2)}}"
    assert latex.write(small) == r"1.5 \times 10^{-7}"
    assert "<msup><mn>10</mn>" in mathml.write(small)
    assert mathml.write(Letter(base="<b>")) == "<mi>&lt;b&gt;</mi>"


def test_values_come_from_text_and_files(tmp_path: Path) -> None:
    """JSON and TOML, written in the command line or in a file."""
    assert read_values('{"x": [1, 2]}') == {"x": [1, 2]}
    assert read_values("x = [1, 2]") == {"x": [1, 2]}
    (tmp_path / "v.toml").write_text("lr = 0.25\n[params]\nW1 = [[1.0, 2.0]]\n", "utf-8")
    assert read_values(str(tmp_path / "v.toml")) == {"lr": 0.25, "params": {"W1": [[1.0, 2.0]]}}
    arguments = {"params": {"W1": np.zeros((1, 2)), "b1": np.zeros(1)}, "lr": 0.5}
    changed = with_values(arguments, read_values(str(tmp_path / "v.toml")))
    assert changed["params"]["W1"].tolist() == [[1.0, 2.0]]
    assert (changed["params"]["b1"].tolist(), changed["lr"]) == ([0.0], 0.25)
    assert arguments["lr"] == 0.5


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.json", b'{"x": [1,\n 2', "a.json:2: not JSON"),
        ("a.toml", b"x = [1,\ny", "a.toml:2: not TOML"),
        ("a.json", b"\xff\xfe\x00", "a.json:1: not text in UTF-8"),
        ("a.json", b"[" * 100_000, "a.json:1: brackets nested too deeply"),
        ("a.json", b"[1, 2]", "values have names"),
        ("a.json", b" " * (1 << 21), "more than 1,048,576 bytes"),
        ("missing.json", None, "cannot read --values"),
    ],
)
def test_unreadable_values_are_said(tmp_path: Path, name: str, content: bytes | None, reason: str) -> None:
    """File and line, or why it cannot be read; never a traceback."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError) as failure:
        read_values(str(path))
    assert reason in str(failure.value)
