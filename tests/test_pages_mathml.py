"""Formulas of functions as MathML."""

from xml.etree import ElementTree

import pytest
from browser import Opened

from nncheck.pages.frame import page
from nncheck.pages.mathml import formula_mathml
from nncheck.spec import Exercise, Function, load_exercises


@pytest.fixture(scope="module")
def activations() -> Exercise:
    """Functions of one number."""
    return load_exercises(())["activations"]


def text(markup: str) -> str:
    """What a formula reads like without its layout."""
    return "".join(ElementTree.fromstring(markup).itertext())


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("sigmoid", "σ(x)=11+e−x"),
        ("tanh", "tanh(x)=ex−e−xex+e−x"),
        ("relu", "relu(x)={xx>00x<0"),
        ("leaky_relu_grad", "leaky_relu′(x)={1x>0αx<0"),
        ("identity_grad", "identity′(x)=1"),
    ],
)
def test_formulas_are_those_of_the_author(activations: Exercise, name: str, read: str) -> None:
    """As it was written, with Greek letters; derivatives in their shortest form."""
    assert text(formula_mathml(activations.functions[name])) == read


def test_a_pair_is_a_pair(activations: Exercise) -> None:
    """Both derivatives of a function that returns two."""
    assert text(formula_mathml(activations.functions["prelu_grad"])).count(",") == 1


def test_functions_of_arrays_have_none() -> None:
    """What depends on all entries at once has no formula of one number."""
    exercises = load_exercises(())
    others = [exercises["softmax"].functions["softmax"], exercises["initializers"].functions["normal"]]
    assert [formula_mathml(each) for each in others] == ["", ""]


def test_browsers_typeset_all_of_it(opened: Opened, activations: Exercise) -> None:
    """Every element is one that a browser knows as MathML, and a fraction is taller than a line."""
    functions: list[Function] = list(activations.functions.values())
    markup = "".join(map(formula_mathml, functions))
    with opened(page("frame", title="Formulas").replace("</main>", f"{markup}</main>")) as shown:
        kinds = "[...document.querySelectorAll('main *')].filter(each => !(each instanceof MathMLElement))"
        assert shown.evaluate(f"{kinds}.length") == 0
        fraction, row = (shown.locator(f"main {tag}").first.bounding_box() for tag in ("mfrac", "mn"))
        assert fraction["height"] > 1.5 * row["height"]
