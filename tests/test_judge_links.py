"""Of a chain of results, the first wrong link is named."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from students import EXERCISES, answered

from nncheck.cases.bundle import Bundle
from nncheck.judge.links import first_wrong_link

Bundles = Callable[[str], dict[str, Bundle]]


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def forward(
    x: Any,
    p: Any,
    bias1: float = 1,
    hidden: Callable[..., Any] = sigmoid,
    into: str = "a1",
    output: Callable[..., Any] = sigmoid,
) -> Any:
    z1 = x @ p["W1"].T + bias1 * p["b1"]
    values = {"z1": z1, "a1": hidden(z1)}
    z2 = values[into] @ p["W2"].T + p["b2"]
    return {**values, "z2": z2, "a2": output(z2)}


FORWARD = [
    ("right", forward, None),
    ("no bias", lambda x, p: forward(x, p, bias1=0), "z1"),
    ("tanh", lambda x, p: forward(x, p, hidden=np.tanh), "a1"),
    ("z1 fed forward", lambda x, p: forward(x, p, into="z1"), "z2"),
    ("linear output", lambda x, p: forward(x, p, output=lambda z: z), "a2"),
    ("a key missing", lambda x, p: {k: v for k, v in forward(x, p).items() if k != "z2"}, "z2"),
    ("no dict", lambda x, p: x, "z1"),
    ("a list", lambda x, p: [x], "z1"),
    ("raises", lambda x, p: p["W9"], None),
]


@pytest.mark.parametrize(("student", "link"), [row[1:] for row in FORWARD], ids=[row[0] for row in FORWARD])
def test_the_first_wrong_link_of_the_forward_pass(
    student: Callable[..., Any], link: str | None, bundles: Bundles
) -> None:
    """z1, a1, z2, a2: the first that is wrong, though all later ones are wrong too."""
    function = EXERCISES["backprop"].functions["forward"]
    found = first_wrong_link(function, answered(bundles("backprop")["forward"].group("values"), student))
    assert (found.name if found else None) == link


def deep(x: Any, t: Any, weights: Any, last: float = 1.0, hidden: float = 1.0) -> list[Any]:
    a = [np.atleast_2d(x)]
    for W in weights:
        a.append(sigmoid(a[-1] @ W.T))
    delta = last * (a[-1] - t) * a[-1] * (1 - a[-1])
    found = [delta.T @ a[-2]]
    for layer in range(len(weights) - 1, 0, -1):
        delta = hidden * (delta @ weights[layer]) * a[layer] * (1 - a[layer])
        found.insert(0, delta.T @ a[layer - 1])
    return found


DEEP = [
    ("right", deep, None),
    ("the last layer", lambda x, t, W: deep(x, t, W, last=2.0), "dE/dW of the last layer"),
    ("hidden layers", lambda x, t, W: deep(x, t, W, hidden=2.0), "dE/dW one layer before the last"),
    ("the last layer alone", lambda x, t, W: deep(x, t, W)[-1:], None),
    ("one layer too many", lambda x, t, W: [*deep(x, t, W), W[0]], None),
    ("nothing", lambda x, t, W: None, "dE/dW of the last layer"),
]


@pytest.mark.parametrize(("student", "link"), [row[1:] for row in DEEP], ids=[row[0] for row in DEEP])
def test_the_first_wrong_layer_on_the_way_back(
    student: Callable[..., Any], link: str | None, bundles: Bundles
) -> None:
    """Layers are counted from the last one, however many there are; a list of another length names none."""
    function = EXERCISES["backprop"].functions["deep_backward"]
    found = first_wrong_link(
        function, answered(bundles("backprop")["deep_backward"].group("values"), student)
    )
    assert (found.name if found else None) == link


def backward(
    x: Any,
    t: Any,
    p: Any,
    delta2: Callable[..., Any] = lambda e, a: e * a * (1 - a),
    delta1: Callable[..., Any] = lambda b, a: b * a * (1 - a),
    early: float = 0.0,
) -> Any:
    x, t = np.atleast_2d(x), np.atleast_2d(t)
    f = forward(x, p)
    d2 = delta2(f["a2"] - t, f["a2"])
    W2 = p["W2"] - early * d2.T @ f["a1"]
    d1 = delta1(d2 @ W2, f["a1"])
    return {"W1": d1.T @ x, "b1": d1.sum(0), "W2": d2.T @ f["a1"], "b2": d2.sum(0)}


BACKWARD = [
    ("right", backward, None),
    ("slope missing at the output", lambda x, t, p: backward(x, t, p, delta2=lambda e, a: e), "delta2"),
    ("slope missing in the hidden layer", lambda x, t, p: backward(x, t, p, delta1=lambda b, a: b), "delta1"),
    ("updated weights used too early", lambda x, t, p: backward(x, t, p, early=0.5), "delta1"),
    (
        "b1 averaged",
        lambda x, t, p: {**backward(x, t, p), "b1": backward(x, t, p)["b1"] / len(np.atleast_2d(x))},
        "dE/db1",
    ),
    ("W1 halved", lambda x, t, p: {**backward(x, t, p), "W1": backward(x, t, p)["W1"] / 2}, "dE/dW1"),
]


@pytest.mark.parametrize(("student", "link"), [row[1:] for row in BACKWARD], ids=[row[0] for row in BACKWARD])
def test_the_first_wrong_link_of_the_backward_pass(
    student: Callable[..., Any], link: str | None, bundles: Bundles
) -> None:
    """The deltas are the bias gradients of a single sample, so they can be told apart from the gradients."""
    function = EXERCISES["backprop"].functions["backward"]
    cases = [case for case in bundles("backprop")["backward"].cases if case.group in ("values", "worked")]
    found = first_wrong_link(function, answered(cases, student))
    assert (found.name.split(" ")[0] if found else None) == link
