"""Pages of derivations that several tests look at."""

from functools import cache
from typing import Any

from nncheck.derive.derivation import derivation
from nncheck.derive.page import Page
from nncheck.spec import load_exercises

EXERCISES = load_exercises()
# name, parameter: a worked network, its second layer and bias, a batch, other heads, functions without layers
PAGES: list[tuple[str, str | None]] = [
    ("backprop", "W1[0,0]"),
    ("backprop", "b2[1]"),
    ("backprop", "W2[1,0]"),
    ("deep_backward", "weights[0][2,1]"),
    ("gradient_norms", "weights[0][1,0]"),
    ("mlp_forward", "layers[1][0][0,1]"),
    ("gradients", "b"),
    ("softmax", "z[1]"),
    ("mse_grad", "p[1,0]"),
    ("softmax_cross_entropy_grad", None),
    ("bce_with_logits_grad", None),
    ("batch_norm", None),
    ("sigmoid", None),
    ("tanh", None),
    ("gelu", None),
    ("prelu", "alpha"),
    ("identity", None),
]


def page(name: str, wrt: str | None = None, **options: Any) -> Page:
    """The page of `nncheck derive NAME --wrt WRT --numbers`."""
    return derivation(name, EXERCISES, wrt=wrt, numbers=True, **options)


@cache
def known_page(name: str, wrt: str | None) -> Page:
    """The same, made once for all tests that look at it."""
    return page(name, wrt)
