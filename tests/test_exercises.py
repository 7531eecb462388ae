"""The exercises that ship: whole, with fixed names, and as their notes print them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from students import EVERY, EXERCISES

from nncheck.cases.bundle import Bundle
from nncheck.spec.trees import leaves

SIGNATURES = {
    "activations": [
        "sigmoid(x)",
        "sigmoid_grad(x)",
        "tanh(x)",
        "tanh_grad(x)",
        "relu(x)",
        "relu_grad(x)",
        "leaky_relu(x, alpha=0.01)",
        "leaky_relu_grad(x, alpha=0.01)",
        "prelu(x, alpha)",
        "prelu_grad(x, alpha)",
        "gelu(x)",
        "gelu_grad(x)",
        "identity(x)",
        "identity_grad(x)",
    ],
    "softmax": ["softmax(z)", "log_softmax(z)", "softmax_jacobian(z)"],
    "losses": [
        "mae(p, y)",
        "mae_grad(p, y)",
        "mse(p, y)",
        "mse_grad(p, y)",
        "half_sse(p, y)",
        "half_sse_grad(p, y)",
        "binary_cross_entropy(p, y)",
        "binary_cross_entropy_grad(p, y)",
        "cross_entropy(p, y)",
        "cross_entropy_grad(p, y)",
        "bce_with_logits(z, y)",
        "bce_with_logits_grad(z, y)",
        "softmax_cross_entropy(z, y)",
        "softmax_cross_entropy_grad(z, y)",
    ],
    "backprop": [
        "forward(x, params)",
        "loss(a2, t)",
        "backward(x, t, params)",
        "sgd_step(params, grads, lr)",
        "train_step(x, t, params, lr)",
        "deep_backward(x, t, weights)",
    ],
    "layers": ["linear(x, W, b)", "mlp_forward(x, layers, activations)", "count_parameters(layers)"],
    "gradient_flow": ["sigmoid_chain_grad(x, n)", "gradient_norms(x, weights, activation)"],
    "optimizers": [
        "sgd(w, g, state, lr)",
        "momentum(w, g, state, lr, beta=0.9)",
        "adagrad(w, g, state, lr, eps=1e-10)",
        "rmsprop(w, g, state, lr, alpha=0.99, eps=1e-08)",
        "adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-08)",
        "newton(w, g, H)",
        "bfgs_update(H_inv, s, y)",
    ],
    "regression": [
        "predict(x, w, b)",
        "gradients(x, y, w, b)",
        "iterations_per_epoch(n, batch_size)",
        "train(batches, w, b, lr, epochs)",
    ],
    "regularization": [
        "l2_penalty(w, lam)",
        "l2_penalty_grad(w, lam)",
        "batch_norm(x, gamma, beta, eps=1e-05)",
        "batch_norm_backward(dy, x, gamma, eps=1e-05)",
        "batch_norm_eval(x, gamma, beta, mean, var, eps=1e-05)",
        "dropout(x, p, rng, training)",
    ],
    "initializers": [
        "zeros(shape)",
        "ones(shape)",
        "constant(shape, value)",
        "uniform(shape, low, high, rng)",
        "normal(shape, mean, std, rng)",
        "xavier_uniform(fan_in, fan_out, rng, gain=1.0)",
        "xavier_normal(fan_in, fan_out, rng, gain=1.0)",
        "kaiming_uniform(fan_in, fan_out, rng)",
        "kaiming_normal(fan_in, fan_out, rng)",
    ],
}


def test_names_and_signatures_are_fixed() -> None:
    """Students rely on them."""
    found = {
        name: [each.signature for each in exercise.functions.values()] for name, exercise in EXERCISES.items()
    }
    assert found == SIGNATURES


@pytest.mark.parametrize(("exercise", "name"), EVERY, ids=[".".join(each) for each in EVERY])
def test_what_students_read_is_there(exercise: str, name: str) -> None:
    """A statement that ends in a full stop, points, misconceptions that ask, promises in words."""
    function = EXERCISES[exercise].functions[name]
    assert function.statement.endswith(".")
    assert function.points > 0
    assert function.misconceptions
    for each in (*function.misconceptions, *function.unstable):
        assert re.fullmatch(r"NN\d{3,4}", each.code)
        assert not each.title.endswith((".", "?"))
        assert each.hint.endswith(("?", ".", "? (keepdims)"))
    assert all(each.promise for each in function.properties)


def test_codes_are_unique_over_all_exercises() -> None:
    """A code means one mistake, wherever it is read."""
    codes = [
        each.code
        for exercise in EXERCISES.values()
        for function in exercise.functions.values()
        for each in (*function.misconceptions, *function.unstable)
    ]
    assert len(codes) == len(set(codes))
    assert len(codes) >= 25


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_readme_names_every_function(exercise: str) -> None:
    """What the student reads mentions each function by name."""
    readme = (EXERCISES[exercise].source.parent / "README.md").read_text("utf-8")
    assert [name for name in EXERCISES[exercise].functions if f"`{name}" not in readme] == []


# Exact values of the worked network, eighteen digits, computed apart from this code in 50-digit arithmetic.
WORKED_FORWARD = {
    "z1": [0.3775, 0.3925],
    "a1": [0.593269992107187255, 0.596884378259767056],
    "z2": [1.105905967059770077, 1.224921404096465508],
    "a2": [0.751365069552315708, 0.772928465321462589],
}
WORKED_GRADIENT = {
    "W1": [0.000438567734474347, 0.000877135468948693, 0.000497712735260860, 0.000995425470521720],
    "b1": [0.00877135468948693454, 0.00995425470521720143],
    "W2": [0.0821670405642307788, 0.0826676278475332553, -0.0226025404774750598, -0.0227402422159782108],
    "b2": [0.138498561628556966, -0.0380982365165562165],
}
WORKED_STEP = {
    "W1": [0.149780716132762827, 0.199561432265525653, 0.249751143632369570, 0.299502287264739140],
    "b1": [0.345614322655256533, 0.345022872647391399],
    "W2": [0.358916479717884611, 0.408666186076233372, 0.511301270238737530, 0.561370121107989105],
    "b2": [0.530750719185721517, 0.619049118258278108],
}
LOSS = 0.298371108760002689


def worked(name: str, bundles: Callable[[str], dict[str, Bundle]]) -> Any:
    """The exact answer of a function's worked case."""
    (case,) = [each for each in bundles("backprop")[name].cases if each.name == "notes-float64"]
    return case.exact


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("forward", WORKED_FORWARD),
        ("backward", WORKED_GRADIENT),
        ("train_step", (WORKED_STEP, LOSS)),
        ("loss", LOSS),
    ],
    ids=["forward", "backward", "train_step", "loss"],
)
def test_the_worked_network_comes_out(
    name: str, expected: Any, bundles: Callable[[str], dict[str, Bundle]]
) -> None:
    """The 2-2-2 network's numbers are the exact ones, after one simultaneous update, to the last digit."""
    found, wanted = dict(leaves(worked(name, bundles))), {}
    for path, value in leaves(expected):
        wanted.setdefault(path if path in found else path.rpartition(".")[0], []).append(value)
    assert set(found) == set(wanted)
    for path, exact in found.items():
        assert np.ravel(exact) == pytest.approx(wanted[path], rel=2e-15, abs=0)


def test_torch_answers_ship_with_every_exercise() -> None:
    """Grading against torch needs no torch: its answers lie beside the exercise."""
    compared = [each for each in EXERCISES.values() if any(one.torch for one in each.functions.values())]
    assert all((Path(exercise.source).parent / "torch.json").is_file() for exercise in compared)
