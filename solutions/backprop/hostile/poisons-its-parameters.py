# attack: poisons-its-parameters
# function: sgd_step
# outcome: inputs changed, and wrong values; loss keeps its points
# nncheck: backprop


def sgd_step(params, grads, lr):
    """Make every later comparison compare the parameters with themselves."""
    for name in list(params):
        grads[name] = params[name]
        params[name] *= 0
    params.clear()
    return grads


def loss(a2, t):
    return 0.5 * ((a2 - t) ** 2).sum()
