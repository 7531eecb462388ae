# nncheck: gradient_flow
"""A tape: every layer appends a function that carries a gradient back through it."""

import numpy as np


class Tape:
    def __init__(self):
        self.steps = []

    def record(self, back):
        self.steps.append(back)

    def play_back(self, upstream):
        while self.steps:
            upstream = self.steps.pop()(upstream)
        return upstream


def logistic(z):
    return np.exp(-np.logaddexp(np.zeros_like(z), -z))


FUNCTIONS = {
    "sigmoid": (logistic, lambda z: logistic(z) * logistic(-z)),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: z * (z > 0), lambda z: np.heaviside(z, np.zeros_like(z))),
    "identity": (np.copy, np.ones_like),
}


def activated(tape, z, name):
    function, slope = FUNCTIONS[name]
    tape.record(lambda upstream: upstream * slope(z))
    return function(z)


def multiplied(tape, x, W, store):
    def back(upstream):
        store(np.einsum("no,ni->oi", upstream, x))
        return upstream @ W

    tape.record(back)
    return x @ W.T


def sigmoid_chain_grad(x, n):
    tape, value = Tape(), x.astype(np.result_type(x, np.float32) if x.dtype.kind == "f" else float)
    for _ in range(n):
        value = activated(tape, value, "sigmoid")
    return tape.play_back(np.ones_like(value))


def gradient_norms(x, weights, activation):
    tape, found = Tape(), []
    value = x.reshape(-1, x.shape[-1])
    for W in weights:
        value = activated(tape, multiplied(tape, value, W, found.append), activation)
    tape.play_back(np.ones_like(value))
    return np.array([np.sqrt((g * g).sum()) for g in reversed(found)])
