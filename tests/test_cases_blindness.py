"""No blind case sets: on the cases that every seed has, wrong answers do not equal right ones."""

from collections.abc import Callable
from itertools import islice
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


@pytest.mark.parametrize("name", ["batch_norm", "batch_norm_backward"])
def test_batches_are_not_square_and_eps_counts(name: str, bundles: Bundles) -> None:
    """One or two rows hide the variance, a tiny eps its own misplacement, gamma > 0 an absolute value."""
    arguments = [case.arguments for case in fixed_values(bundles, "regularization", name)]
    x = [each[name == "batch_norm_backward"] for each in arguments]
    assert any(each.shape[0] >= 3 and each.shape[0] != each.shape[1] >= 2 for each in x)
    assert any(each.shape[0] == each.shape[1] >= 3 for each in x)
    assert any(each[-1] >= 0.1 for each in arguments)
    assert any(each[-1] == 1e-5 for each in arguments)
    assert any(np.ptp(each, axis=0).min() == 0 for each in x), "a column without variance"
    gammas = np.concatenate([each[-2 if name == "batch_norm_backward" else 1] for each in arguments])
    assert (gammas > 0.5).any()
    assert (gammas < -0.4).any()


def test_batch_norm_is_asked_far_from_zero(bundles: Bundles) -> None:
    """Columns near 0 hide that a difference of squares has lost its digits."""
    x = [case.arguments[0] for case in bundles("regularization")["batch_norm"].group("stability")]
    assert any((np.abs(each.mean(axis=0)) > 500 * each.std(axis=0)).all() for each in x)


@pytest.mark.parametrize("name", [name for exercise, name in FUNCTIONS if exercise == "losses"])
def test_losses_see_batches_that_are_not_square(name: str, bundles: Bundles) -> None:
    """Rows, columns and entries differ in number; errors and labels are of both kinds."""
    arguments = [case.arguments for case in fixed_values(bundles, "losses", name)]
    shapes = {p.shape for p, _ in arguments}
    assert any(len(shape) == 2 and 2 <= shape[0] != shape[1] >= 3 for shape in shapes)
    assert any((p > y).any() and (p < y).any() for p, y in arguments)
    if "cross_entropy" in name or "logits" in name:
        assert any((y == 0).any() and (y == 1).any() for _, y in arguments)
        assert all(np.isin(y, (0.0, 1.0)).all() for _, y in arguments)
    if "softmax" in name:
        assert any(shape[0] == shape[1] >= 3 for shape in shapes), "columns for rows raise no error"


@pytest.mark.parametrize(("exercise", "name"), FUNCTIONS, ids=FUNCTION_IDS)
def test_every_misconception_is_told_from_the_truth(exercise: str, name: str, bundles: Bundles) -> None:
    """Each wrong formula is out of tolerance, or of another shape, on two cases that every seed has.

    One would fail the answer; it takes two to name the mistake.
    """
    cases = sorted(fixed_values(bundles, exercise, name), key=size)  # the quickest to try first
    for each in EXERCISES[exercise].functions[name].misconceptions:
        student = in_double(each.formula)
        telling = (case for case in cases if differs(student, case))
        assert len(list(islice(telling, 2))) == 2, each.code


def size(case: Case) -> int:
    """How many numbers a case has."""
    return sum(np.size(leaf) for _, leaf in leaves((case.arguments, case.exact)))


def differs(student: Callable[..., Any], case: Case) -> bool:
    """Whether a formula's answer is not the right one; code that raises on the inputs tells, too."""
    try:
        answer = dict(leaves(student(*case.arguments)))
    except (ValueError, IndexError):
        return True
    pairs = zip(leaves(case.exact), leaves(case.tolerance), strict=True)
    with np.errstate(over="ignore", invalid="ignore"):
        return any(
            path not in answer
            or answer[path].shape != exact.shape
            or not (np.abs(answer[path] - exact) <= tolerance).all()
            for (path, exact), (_, tolerance) in pairs
        )
