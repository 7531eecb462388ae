"""No blind case sets: on the cases that every seed has, wrong answers do not equal right ones."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, FUNCTION_IDS, FUNCTIONS, in_double

from nncheck.cases.bundle import Bundle, Case
from nncheck.spec.trees import leaves

Bundles = Callable[[str], dict[str, Bundle]]


def fixed_values(bundles: Bundles, exercise: str, name: str) -> list[Case]:
    """The ordinary float64 cases that every seed shares."""
    cases = bundles(exercise)[name].cases
    return [
        case for case in cases if case.group in ("values", "worked") and not case.name.startswith("drawn")
    ]


@pytest.mark.parametrize("name", EXERCISES["activations"].functions)
def test_activations_see_both_signs_near_zero(name: str, bundles: Bundles) -> None:
    """x >= 0 hides |x|; x = 0 and |x| > 40 hide tanh(x/2): fixed cases have moderate inputs of both signs."""
    x = np.concatenate([case.arguments[0].ravel() for case in fixed_values(bundles, "activations", name)])
    assert ((x > 0.1) & (x < 4)).sum() >= 3
    assert ((x < -0.1) & (x > -4)).sum() >= 3


@pytest.mark.parametrize("name", ["prelu", "prelu_grad"])
def test_prelu_sees_slopes_outside_zero_to_one(name: str, bundles: Bundles) -> None:
    """0 <= alpha <= 1 hides max(x, alpha x) and |alpha|."""
    alphas = {case.arguments[1] for case in fixed_values(bundles, "activations", name)}
    assert any(alpha > 1 for alpha in alphas)
    assert any(alpha < 0 for alpha in alphas)


@pytest.mark.parametrize("name", ["leaky_relu", "leaky_relu_grad"])
def test_leaky_relu_sees_other_slopes_than_the_default(name: str, bundles: Bundles) -> None:
    """alpha = 0.01 alone hides an ignored argument; all of them lie from 0 to 1."""
    alphas = {case.arguments[1] for case in fixed_values(bundles, "activations", name)}
    assert len(alphas - {0.01}) >= 2
    assert all(0 <= alpha <= 1 for alpha in alphas)


@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_softmax_sees_batches_that_differ(name: str, bundles: Bundles) -> None:
    """One row hides a sum over everything; equal rows, or no square batch, hide forgotten keepdims."""
    cases = [case for case in fixed_values(bundles, "softmax", name) if case.arguments[0].ndim == 2]
    shapes = {
        case.arguments[0].shape
        for case in cases
        if len({round(float(row.sum()), 9) for row in case.arguments[0]}) > 1
    }
    assert any(n >= 2 and k >= 3 and n != k for n, k in shapes)
    assert any(n == k >= 3 for n, k in shapes)
    rows = [
        case.arguments[0]
        for case in bundles("softmax")[name].group("stability")
        if case.arguments[0].ndim == 2
    ]
    assert any(z.max() - z.max(axis=1).min() > 745 for z in rows), (
        "a maximum of the whole batch must underflow some row"
    )


@pytest.mark.parametrize("name", ["forward", "backward", "train_step", "sgd_step"])
def test_networks_are_not_square(name: str, bundles: Bundles) -> None:
    """Square weights hide a transposition, one sample mean for sum, two outputs mean for half the sum."""
    telling = []
    for case in fixed_values(bundles, "backprop", name):
        params = next(argument for argument in case.arguments if isinstance(argument, dict))
        x = case.arguments[0]
        (h, d), o = params["W1"].shape, params["W2"].shape[0]
        rows = x.shape[0] if isinstance(x, np.ndarray) and x.ndim == 2 else 0
        telling.append(h != d and o != h and o >= 3 and (rows >= 2 or name == "sgd_step"))
    assert sum(telling) >= 1


def test_the_loss_sees_batches_with_three_outputs(bundles: Bundles) -> None:
    """Half the sum, its mean over samples and its mean over entries are three numbers."""
    shapes = [case.arguments[0].shape for case in fixed_values(bundles, "backprop", "loss")]
    assert any(len(shape) == 2 and shape[0] >= 2 and shape[1] >= 3 for shape in shapes)


@pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
def test_every_misconception_is_told_from_the_truth(exercise: str, name: str, bundles: Bundles) -> None:
    """Each wrong formula is out of tolerance, or of another shape, on two cases that every seed has.

    One would fail the answer; it takes two to name the mistake.
    """
    cases = fixed_values(bundles, exercise, name)
    for each in EXERCISES[exercise].functions[name].misconceptions:
        student = in_double(each.formula)
        assert sum(differs(student, case) for case in cases) >= 2, each.code


def differs(student: Callable[..., Any], case: Case) -> bool:
    """Whether a formula's answer is not the right one; code that raises on the inputs tells, too."""
    try:
        answer = dict(leaves(student(*case.arguments)))
    except (ValueError, IndexError):
        return True
    pairs = zip(leaves(case.exact), leaves(case.tolerance), strict=True)
    with np.errstate(over="ignore", invalid="ignore"):
        return any(
            answer[path].shape != exact.shape or not (np.abs(answer[path] - exact) <= tolerance).all()
            for (path, exact), (_, tolerance) in pairs
        )
