"""Derivations as pages: the right factors, paths and numbers for whatever is asked, or a clear refusal."""

import re
from typing import Any

import pytest
from derivations import EXERCISES, page

from nncheck.derive import figures as figures_module
from nncheck.derive.derivation import derivation
from nncheck.derive.formats import rendered
from nncheck.derive.page import Display, Page, figures
from nncheck.derive.pieces import Figure
from nncheck.derive.writers import TextWriter
from nncheck.errors import GraderError, UsageError


def test_meta_a_wrong_digit_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that is not the exact one rounded never reaches a page."""
    shown = figures_module.shown
    monkeypatch.setattr(figures_module, "shown", lambda exact, digits: shown(exact, digits).replace("7", "8"))
    with pytest.raises(GraderError, match="not the exact value"):
        page("backprop", "W1[0,0]")


def results(found: Page) -> dict[str, list[str]]:
    """Left side -> the numbers at the end of its equations, in order."""
    writer = TextWriter()
    ends: dict[str, list[str]] = {}
    for block in found.blocks:
        for each in block.equations if isinstance(block, Display) else ():
            last = each.sides[-1].piece
            if isinstance(last, Figure):
                ends.setdefault(writer.write(each.left), []).append(last.text)
    return ends


def test_the_worked_network_has_its_known_numbers() -> None:
    """Forward pass, every factor, the paths, the gradient and the update of the 2-2-2 network."""
    found = results(page("backprop", "W1[0,0]"))
    assert found["E"] == ["0.29837111"]
    assert (found["a₁⁽²⁾"], found["a₂⁽²⁾"]) == (["0.75136507"], ["0.77292847"])
    factors = ["∂E/∂a₁⁽²⁾", "∂a₁⁽²⁾/∂z₁⁽²⁾", "∂z₁⁽²⁾/∂a₁⁽¹⁾", "∂a₁⁽¹⁾/∂z₁⁽¹⁾", "∂z₁⁽¹⁾/∂w₁₁⁽¹⁾"]
    assert [found[each][0] for each in factors] == ["0.74136507", "0.18681560", "0.4", "0.24130071", "0.05"]
    assert (found["δ₁⁽²⁾"], found["δ₁⁽¹⁾"]) == (["0.13849856"], ["0.0087713547"])
    assert found["∂E/∂w₁₁⁽¹⁾"] == ["0.00043856773", "0.00043856773"]  # by paths, and by backpropagation
    assert found["w₁₁⁽¹⁾"] == ["0.14978072"]


UPDATED = {
    "W1[0,1]": "0.19956143", "W1[1,0]": "0.24975114", "W1[1,1]": "0.29950229", "b1[0]": "0.34561432",
    "b1[1]": "0.34502287", "W2[0,0]": "0.35891648", "W2[0,1]": "0.40866619", "W2[1,0]": "0.51130127",
    "W2[1,1]": "0.56137012", "b2[0]": "0.53075072", "b2[1]": "0.61904912",
}  # fmt: skip


@pytest.mark.parametrize(("wrt", "updated"), UPDATED.items())
def test_every_parameter_can_be_asked_for(wrt: str, updated: str) -> None:
    """Each weight and bias of the network has its derivation, down to the updated value."""
    assert updated in [number for numbers in results(page("backprop", wrt)).values() for number in numbers]


def test_deep_networks_go_back_value_by_value() -> None:
    """With many paths the recursion takes their place, and ends at the formula's own gradient."""
    text = rendered(page("gradient_norms", "weights[0][1,0]"), "text")
    assert "Backward pass" in text or "as backpropagation does it" in text
    values = {"weights": [[[0.5, -0.25], [0.75, 1.0]]] * 4, "x": [0.3, -0.6], "t": [0.2, 0.9]}
    deep = page("deep_backward", "weights[0][0,1]", values=values)
    text = rendered(deep, "text")
    assert "along 8 paths" in text
    assert "Backward pass" in text
    assert "Path by path" not in text


def test_derivatives_are_taken_by_rules() -> None:
    """The sigmoid's page goes from the quotient rule to f (1 - f)."""
    text = rendered(derivation("sigmoid", EXERCISES), "text")
    assert "σ(x) = 1/(1 + e⁻ˣ)" in text
    assert re.search(r"quotient rule.*sum rule.*chain rule", text, re.S)
    assert "σ′(x) = σ(x) (1 − σ(x))" in text
    assert "tanh′(x) = 1 − tanh(x)²" in rendered(derivation("tanh", EXERCISES), "text")
    assert "p₁ (1 − p₁)" in rendered(page("softmax"), "text")


def test_two_languages() -> None:
    """The sentences are English or Chinese; the mathematics is the same."""
    english, chinese = (page("backprop", "W1[0,0]", language=each) for each in ("en", "zh"))
    assert [each.text for each in figures(english)] == [each.text for each in figures(chinese)]
    assert not re.search(r"[\u4e00-\u9fff]", rendered(english, "text"))
    assert "链式法则" in rendered(chinese, "text")
    assert '<html lang="zh-Hans">' in rendered(chinese, "html")


def test_without_numbers_only_letters_remain() -> None:
    """The derivation of a network stands without its worked example as well."""
    bare = derivation("backprop", EXERCISES, wrt="W1[0,0]", numbers=False)
    assert list(figures(bare)) == []
    assert "δ₁⁽¹⁾      = ∂E/∂a₁⁽¹⁾ · a₁⁽¹⁾ (1 − a₁⁽¹⁾)" in rendered(bare, "text")


def test_own_values_take_the_place_of_the_example() -> None:
    """One array may be given, the rest stays; for functions of one number they are the points of a table."""
    changed = results(page("backprop", "W1[0,0]", values={"x": [1.0, 2.0], "lr": 0.1}))
    assert changed["z₁⁽¹⁾"] == ["0.9"]
    table = page("tanh", values={"x": [0.5]})
    assert [each.text for each in figures(table)] == ["0.5", "0.46211716", "0.78644773"]


REFUSED = [
    ("nosuch", None, None, "unknown exercise or function"),
    ("backprop", "W9[0,0]", None, "differentiates by W9"),
    ("backprop", "W1[2,0]", None, "it goes from W1[0,0] to W1[1,1]"),
    ("backprop", "W1", None, "it goes from W1[0,0] to W1[1,1]"),
    ("backprop", "W1[0,0", None, "names no entry"),
    ("forward", "t[0]", None, "unknown argument 't'"),
    ("kaiming_normal", None, None, "draws numbers"),
    ("iterations_per_epoch", None, None, "counts"),
    ("train", None, None, "derive the step"),
    ("zeros", None, None, "no real numbers"),
    ("backprop", None, {"x": [1, 2, 3]}, "do not fit together"),
    ("backprop", None, {"x": ["a"]}, "no array of numbers"),
    ("backprop", None, {"x": [float("nan"), 1]}, "inf or nan"),
    ("backprop", None, {"q": 1}, "unknown value 'q'"),
    ("backprop", None, {"lr": [1]}, "a single finite number"),
    ("relu", None, {"x": [0.0]}, "a kink"),
    ("cross_entropy", None, {"p": [[0.0, 1.0]], "y": [[1.0, 0.0]]}, "no finite value"),
]


@pytest.mark.parametrize(("name", "wrt", "values", "reason"), REFUSED)
def test_what_cannot_be_derived_is_said(
    name: str, wrt: str | None, values: dict[str, Any] | None, reason: str
) -> None:
    """Unknown names, missing entries, unfit values and functions without derivatives: one sentence each."""
    with pytest.raises(UsageError) as failure:
        page(name, wrt, values=values)
    assert reason in str(failure.value)
    assert "\n" not in str(failure.value)
