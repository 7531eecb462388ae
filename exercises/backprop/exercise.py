"""Sigmoid networks: the notes' two layers, their loss, gradients and one step; gradients at any depth.

Weights are (out, in), samples lie in rows, the loss is half the sum of squares over everything, and
the gradients belong to that loss: summed over the batch, not averaged.
"""

import numpy as np

from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Link,
    Misconception,
    Property,
    equal,
    exp,
    gradient,
    log,
    maximum,
    number,
    positive,
    reals,
    sqrt,
    total,
    weights,
    where,
)
from nncheck.spec.properties import STEP

SIZES = {"n": (1, 4), "d": (1, 4), "h": (2, 4), "o": (2, 4)}
X = reals(-2, 2, "n", "d", one_row=True)
T = reals(0, 1, "n", "o", one_row=True)


def params(most):
    return {
        "W1": reals(-most, most, "h", "d"),
        "b1": reals(-most, most, "h"),
        "W2": reals(-most, most, "o", "h"),
        "b2": reals(-most, most, "o"),
    }


PARAMS, GRADS = params(1), params(20)  # gradients are large enough that clipped ones show
LEARNING_RATE = number(0.05, 1.0)

# --- worked networks --------------------------------------------------------------------------

NOTES_X, NOTES_T = np.array([0.05, 0.10]), np.array([0.01, 0.99])
NOTES = {
    "W1": np.array([[0.15, 0.20], [0.25, 0.30]]),
    "b1": np.array([0.35, 0.35]),
    "W2": np.array([[0.40, 0.45], [0.50, 0.55]]),
    "b2": np.array([0.60, 0.60]),
}
NOTES_GRADS = {
    "W1": np.array([[0.0004, 0.0009], [0.0005, 0.0010]]),
    "b1": np.array([0.0088, 0.0100]),
    "W2": np.array([[0.0822, 0.0827], [-0.0226, -0.0227]]),
    "b2": np.array([0.1385, -0.0381]),
}
# Two outputs cannot tell the mean of squares from half their sum, and square matrices hide a
# transposition: three outputs, two samples, four inputs, five hidden neurons.
SECOND_X = np.array([[0.5, -1.0, 0.25, 2.0], [-0.75, 1.5, 1.0, -0.5]])
SECOND_T = np.array([[0.0, 1.0, 0.25], [1.0, 0.5, 0.0]])
SECOND = {
    "W1": np.array(
        [
            [0.10, -0.20, 0.30, 0.40],
            [-0.50, 0.60, 0.70, -0.80],
            [0.90, 0.15, -0.25, 0.35],
            [-0.45, 0.55, 0.65, 0.75],
            [0.85, -0.95, 0.05, -0.12],
        ]
    ),
    "b1": np.array([0.1, -0.2, 0.3, -0.4, 0.5]),
    "W2": np.array(
        [[0.20, -0.40, 0.60, 0.80, -0.10], [0.30, 0.50, -0.70, 0.90, 0.25], [-0.35, 0.45, 0.15, -0.65, 0.55]]
    ),
    "b2": np.array([-0.15, 0.25, 0.35]),
}
THIRD_X = np.concatenate([SECOND_X, [[1.0, -0.5, 0.75, -1.5]]])
THIRD_T = np.concatenate([SECOND_T, [[0.5, 0.0, 1.0]]])
# Far targets make gradients that are wrong when they are clipped.
FAR_T = np.array([[-200.0, 300.0, 0.25], [100.0, -250.0, 400.0], [0.5, 150.0, -300.0]])
# As many samples as hidden neurons and outputs: a sum over the wrong axis has the right shape. Beside small
# weighted sums there are some of about 5 and 10, of either sign, which show where a sigmoid clips them.
SQUARE_BATCH = {
    "W1": np.array([[0.10, -0.20, 0.30, 0.40], [-2.50, 3.00, 3.50, -4.00], [4.25, -4.75, 0.25, -0.60]]),
    "b1": np.array([0.1, -0.2, 0.5]),
    "W2": np.array([[0.60, -1.20, 1.80], [1.50, 0.90, -1.05], [-1.05, 1.35, 0.45]]),
    "b2": np.array([-9.5, 0.25, 10.5]),
}
# 500 * SECOND_X saturates all hidden neurons but the third, and the biases all outputs but the last: what is
# computed by way of e^800 is NaN, and the gradients are 0 but for those two.
SATURATED = {
    **SECOND,
    "W1": np.array([[1.0], [1.0], [0.002], [1.0], [1.0]]) * SECOND["W1"],
    "b2": np.array([800.0, -900.0, 0.35]),
}
SECOND_GRADS = {
    name: np.round(np.sin(1.0 + np.arange(value.size)).reshape(value.shape), 3)
    for name, value in SECOND.items()
}
NOTES_B = "the 2-2-2 network of notes B"
SECOND_WHY = "4-5-3 network with two samples"
FIRST_ROW = "4-5-3 network with one sample"
FAR_ROW = "4-5-3 network with one sample, far targets"
SQUARE_BATCH_WHY = "4-3-3 network with three samples, far targets, some large weighted sums"
SATURATED_WHY = "far into both tails of the sigmoid"


def sigmoid(z):
    return 1 / (1 + exp(-z))


# --- forward ----------------------------------------------------------------------------------


def forward(x, params):
    """Return the dict z1, a1, z2, a2 of the network with input x, shape (n, d) or (d,)."""
    z1 = x @ params["W1"].T + params["b1"]
    a1 = sigmoid(z1)
    z2 = a1 @ params["W2"].T + params["b2"]
    return {"z1": z1, "a1": a1, "z2": z2, "a2": sigmoid(z2)}


def affine(x, W, b):
    return x @ W.T + b


def network(
    x, params, hidden=sigmoid, output=sigmoid, bias1=1, bias2=1, into_output=lambda z1, a1: a1, affine=affine
):
    """The forward pass with a link exchanged."""
    z1 = affine(x, params["W1"], bias1 * params["b1"])
    a1 = hidden(z1)
    z2 = affine(into_output(z1, a1), params["W2"], bias2 * params["b2"])
    return {"z1": z1, "a1": a1, "z2": z2, "a2": output(z2)}


def hyperbolic_tangent(z):
    return (exp(z) - exp(-z)) / (exp(z) + exp(-z))


def falling(z):
    return 1 / (1 + exp(z))


def softmax(z):
    return exp(z) / total(exp(z), axis=-1)


def crossed(params):
    return {**params, "W1": params["W1"].T, "W2": params["W2"].T}


def torch_forward(torch, x, params):
    linear = torch.nn.functional.linear
    z1 = linear(x, params["W1"], params["b1"])
    a1 = torch.sigmoid(z1)
    z2 = linear(a1, params["W2"], params["b2"])
    return {"z1": z1, "a1": a1, "z2": z2, "a2": torch.sigmoid(z2)}


FORWARD = Function(
    forward,
    {"x": X, "params": PARAMS},
    torch=torch_forward,
    with_own=(lambda own, x, p: network(x, p, own("sigmoid", sigmoid), own("sigmoid", sigmoid), affine=own("linear", affine)),),
    sizes=SIZES,
    examples=(
        Example("notes", NOTES_X, NOTES, worked=NOTES_B),
        Example("second", SECOND_X, SECOND, why=SECOND_WHY),
        Example("second-row", SECOND_X[0], SECOND, why=FIRST_ROW),
        Example("saturated", 500 * SECOND_X, SECOND, why=SATURATED_WHY),
    ),
    properties=(
        Property("range", "every activation lies from 0 to 1", lambda ask, x, p: equal(ask(x, p)["a2"], np.clip(ask(x, p)["a2"].value, 0, 1))),
        Property(
            "rows-independent",
            "each row of a batch gets the answer that it gets alone",
            lambda ask, x, p: equal(ask(np.stack([np.atleast_2d(x)[0], np.atleast_2d(x)[-1] / 2 - 1]), p)["a2"][1], ask(np.atleast_2d(x)[-1] / 2 - 1, p)["a2"]),
        ),
    ),
    links=(Link("z1", "z1"), Link("a1", "a1"), Link("z2", "z2"), Link("a2", "a2")),
    misconceptions=(
        Misconception("NN401", "no bias in the hidden layer", "Which number does z1 have when x is 0?", lambda x, p: network(x, p, bias1=0)),
        Misconception("NN402", "no bias in the output layer", "What is added to the weighted sum before the last sigmoid?", lambda x, p: network(x, p, bias2=0)),
        Misconception("NN403", "no bias anywhere", "Which number does z1 have when x is 0?", lambda x, p: network(x, p, bias1=0, bias2=0)),
        Misconception("NN404", "no sigmoid at the output", "Are your outputs between 0 and 1?", lambda x, p: network(x, p, output=lambda z: z)),
        Misconception("NN405", "no sigmoid in the hidden layer", "What makes two layers more than one linear map?", lambda x, p: network(x, p, hidden=lambda z: z)),
        Misconception("NN406", "z1 fed forward in place of a1", "Which of z1 and a1 goes into the output layer?", lambda x, p: network(x, p, into_output=lambda z1, a1: z1)),
        Misconception("NN407", "weights stored as (in, out)", "Row i of W1 belongs to which neuron: hidden neuron i, or input i?", lambda x, p: forward(x, crossed(p)), convention=True),
        Misconception("NN408", "tanh in the hidden layer", "Which activation does this network have?", lambda x, p: network(x, p, hidden=hyperbolic_tangent)),
        Misconception("NN409", "softmax at the output", "Are the outputs of this network probabilities of classes that exclude each other?", lambda x, p: network(x, p, output=softmax)),
        Misconception("NN410", "bias subtracted", "Is the bias added or subtracted?", lambda x, p: network(x, p, bias1=-1, bias2=-1)),
        Misconception("NN412", "the sign of the exponent in the sigmoid", "What does your sigmoid give at z = 5?", lambda x, p: network(x, p, hidden=falling, output=falling)),
        Misconception("NN411", "the sigmoid twice at the output", "How often is the output squashed?", lambda x, p: network(x, p, output=lambda z: sigmoid(sigmoid(z)))),
    ),
)  # fmt: skip

# --- loss -------------------------------------------------------------------------------------


def loss(a2, t):
    """Half the sum of the squared differences between outputs a2 and targets t, over all entries: a number."""
    return total((a2 - t) ** 2) / 2


def huber(a2, t, threshold):
    """Beyond a threshold the loss goes on as a straight line."""
    difference = abs(a2 - t)
    inside, outside = difference**2 / 2, threshold * (difference - threshold / 2)
    return total(where(positive(difference - threshold), outside, inside))


def rows(a):
    return a.shape[0] if a.ndim == 2 else 1


LOSS = Function(
    loss,
    {"a2": reals(0, 1, "n", "o", one_row=True), "t": T},
    torch=lambda torch, a2, t: torch.nn.functional.mse_loss(a2, t, reduction="sum") / 2,
    forms=(lambda a2, t: total((a2 - t) * (a2 - t) * 0.5),),
    sizes={**SIZES, "o": (3, 4)},
    examples=(
        Example("notes", np.array([0.7513650695523157, 0.7729284653214626]), NOTES_T, worked=NOTES_B),
        Example("batch", np.array([[0.25, 0.5, 1.0], [0.75, 0.125, 0.0]]), SECOND_T, why="two samples, three outputs"),
        Example("far-batch", np.array([[0.75, 0.25, 0.5], [1.0, 0.0, 0.125]]), FAR_T[:2], why="two samples, far targets"),
        Example("far-row", np.array([0.5, 0.0, 1.0]), np.array([2.5, -3.0, 0.25]), why="one sample, targets below 0 and above 1"),
    ),
    properties=(
        Property("symmetric", "exchanging outputs and targets changes nothing", lambda ask, a2, t: equal(ask(a2, t), ask(t, a2))),
        Property("quadratic", "halving every difference quarters the loss", lambda ask, a2, t: equal(4 * ask(t + (a2 - t) / 2, t), ask(a2, t))),
    ),
    misconceptions=(
        Misconception("NN421", "the half forgotten", "Your loss is twice the expected one. Which factor stands in front of the sum?", lambda a2, t: total((a2 - t) ** 2)),
        Misconception("NN422", "the mean of squares", "Do the notes average over the outputs, or add?", lambda a2, t: total((a2 - t) ** 2) / a2.size, convention=True),
        Misconception("NN423", "averaged over the batch", "Do the notes average over the samples, or add?", lambda a2, t: total((a2 - t) ** 2) / 2 / rows(a2), convention=True),
        Misconception("NN424", "half the mean of squares", "Do the notes average over the entries, or add?", lambda a2, t: total((a2 - t) ** 2) / 2 / a2.size, convention=True),
        Misconception("NN425", "a quarter in place of a half", "Is there one half, or two of them?", lambda a2, t: total((a2 - t) ** 2) / 4),
        Misconception("NN426", "absolute differences", "Are the differences squared?", lambda a2, t: total(abs(a2 - t)) / 2),
        Misconception("NN427", "the differences, not squared", "Can errors of opposite sign cancel in your loss?", lambda a2, t: total(a2 - t) / 2),
        Misconception("NN428", "the sign", "Can a sum of squares be negative?", lambda a2, t: -total((a2 - t) ** 2) / 2),
        Misconception("NN429", "one loss for each sample", "How many numbers is the loss of a whole batch?", lambda a2, t: total((a2 - t) ** 2, axis=-1)[..., 0] / 2),
        Misconception("NN430", "one loss for each output", "How many numbers is the loss?", lambda a2, t: (a2 - t) ** 2 / 2),
        Misconception("NN432", "the square of the sum", "Do you square first and then add, or the other way round?", lambda a2, t: total(a2 - t) ** 2 / 2),
        Misconception("NN433", "differences above 1 not squared", "Which loss grows with the square of a small difference, but not of a large one? Is it this one?", lambda a2, t: huber(a2, t, 1)),
        Misconception("NN431", "the root of the sum", "Is there a root in the loss of the notes?", lambda a2, t: exp(log(total((a2 - t) ** 2)) / 2)),
    ),
)  # fmt: skip

# --- backward ---------------------------------------------------------------------------------


def backward(x, t, params):
    """Return the dict W1, b1, W2, b2 of the gradients of the loss, each of the shape of its parameter."""
    return gradient(loss(forward(x, params)["a2"], t), params)


def slope(a, z):
    return a * (1 - a)


def outer(delta, a):
    return np.atleast_2d(delta).T @ np.atleast_2d(a)


def add_rows(delta):
    return np.atleast_2d(delta).sum(axis=0)


def chain(
    x,
    t,
    params,
    error=lambda a, t: a - t,
    output_slope=slope,
    hidden_slope=slope,
    back=lambda d2, W2: d2 @ W2,
    passed=forward,
):
    """The chain rule as people write it, with any link exchanged."""
    f = passed(x, params)
    d2 = error(f["a2"], t) * output_slope(f["a2"], f["z2"])
    d1 = back(d2, params["W2"]) * hidden_slope(f["a1"], f["z1"])
    return {"W1": outer(d1, x), "b1": add_rows(d1), "W2": outer(d2, f["a1"]), "b2": add_rows(d2)}


def scaled(grads, factor):
    return {name: factor * value for name, value in grads.items()}


def clipped(grads, most):
    """No entry beyond -most and most."""
    return {name: maximum(-maximum(-value, -most), -most) for name, value in grads.items()}


def shortened(grads, most, added=0):
    """All of them scaled down together, to a norm of at most `most`."""
    norm = sqrt(sum(total(value * value) for value in grads.values()))
    return scaled(grads, most / maximum(norm + added, most))


def shortened_by_torch(grads, most):
    """As torch's clip_grad_norm_ does it."""
    return shortened(grads, most, added=1e-6)


def each_shortened(grads, most):
    """Each of them scaled down alone."""
    return {name: shortened({name: value}, most)[name] for name, value in grads.items()}


OTHER_CLIPS = ((clipped, 5), (clipped, 10))
OTHER_NORMS = (
    *((limit, most) for limit in (shortened, each_shortened) for most in (5, 10)),
    *((shortened_by_torch, most) for most in (1, 5, 10)),
    (each_shortened, 1),
)


def one_output(d2, W2):
    return np.atleast_2d(d2)[:, :1] @ W2[:1] if d2.ndim == 2 else d2[:1] @ W2[:1]


def last_output(d2, W2):
    return np.atleast_2d(d2)[:, -1:] @ W2[-1:] if d2.ndim == 2 else d2[-1:] @ W2[-1:]


def changed(x, t, params, **changes):
    """The right gradients with some entries replaced."""
    grads = chain(x, t, params)
    return {name: changes[name](grads[name]) if name in changes else value for name, value in grads.items()}


def without_input_factor(x, t, params):
    grads = chain(x, t, params)
    return {**grads, "W1": np.stack([grads["b1"]] * params["W1"].shape[1], axis=1)}


def without_hidden_factor(x, t, params):
    grads = chain(x, t, params)
    return {**grads, "W2": np.stack([grads["b2"]] * params["W2"].shape[1], axis=1)}


def bias_over_everything(x, t, params):
    return changed(x, t, params, b1=lambda g: g * 0 + total(g), b2=lambda g: g * 0 + total(g))


def limited(limit, most):
    return lambda x, t, params: limit(chain(x, t, params), most)


def torch_backward(torch, x, t, params):
    leaves = {name: value.detach().clone().requires_grad_() for name, value in params.items()}
    value = torch.nn.functional.mse_loss(torch_forward(torch, x, leaves)["a2"], t, reduction="sum") / 2
    return dict(zip(leaves, torch.autograd.grad(value, list(leaves.values())), strict=True))


def own_slope(ask, x, t, params):
    """One step along a direction of ones, measured with the student's own forward pass and loss."""
    moved = [{name: value + sign * STEP for name, value in params.items()} for sign in (1, -1)]
    up, down = (ask.forward(x, each)["a2"] - t for each in moved)
    slope_along_ones = ((up * up).sum() - (down * down).sum()) / (4 * STEP)
    grads = ask(x, t, params)
    return equal(sum((grads[name].sum() for name in grads), 0.0), slope_along_ones)


def samples_add_up(ask, x, t, params):
    x2, t2 = np.atleast_2d(x), np.atleast_2d(t)
    batch = ask(np.concatenate([x2, 1 - x2]), np.concatenate([t2, t2]), params)["W1"]
    return equal(batch, ask(x2, t2, params)["W1"] + ask(1 - x2, t2, params)["W1"])


def own_forward(own):
    return own.forward


def own_sigmoid(own):
    """The forward pass written out, around the student's own sigmoid."""
    return lambda x, params: network(x, params, hidden=own.sigmoid, output=own.sigmoid)


def own_slopes(own):
    return {
        "output_slope": lambda a, z: own.sigmoid_grad(z),
        "hidden_slope": lambda a, z: own.sigmoid_grad(z),
    }


def chain_with(passed, slopes):
    """The chain rule with the student's own forward pass, slopes, or both."""

    def formula(own, x, t, params):
        exchanged = {"passed": passed(own)} if passed else {}
        return chain(x, t, params, **exchanged, **(slopes(own) if slopes else {}))

    return formula


BACKWARD = Function(
    backward,
    {"x": X, "t": T, "params": PARAMS},
    torch=torch_backward,
    forms=(chain,),
    with_own=tuple(chain_with(passed, slopes) for passed in (own_forward, own_sigmoid, None) for slopes in (None, own_slopes))[:-1],
    sizes=SIZES,
    points=2.0,
    examples=(
        Example("notes", NOTES_X, NOTES_T, NOTES, worked=NOTES_B),
        Example("second", SECOND_X, SECOND_T, SECOND, why=SECOND_WHY),
        Example("second-row", SECOND_X[0], SECOND_T[0], SECOND, why=FIRST_ROW),
        Example("second-single", SECOND_X[1:], FAR_T[:1], SECOND, why="4-5-3 network with a batch of one row, far targets"),
        Example("square-batch", THIRD_X, FAR_T, SQUARE_BATCH, why=SQUARE_BATCH_WHY),
        Example("saturated", 500 * SECOND_X, SECOND_T, SATURATED, why=SATURATED_WHY),
    ),
    properties=(
        Property("slope", "it is the slope of your own forward pass and the loss, measured by a finite difference", own_slope, needs=("forward",)),
        Property("samples-add-up", "the gradient of a batch is the sum over its samples", samples_add_up),
    ),
    links=(
        Link("delta2 = dE/dz2 (the gradient of b2, at one sample)", "b2", one_row=True),
        Link("delta1 = dE/dz1 (the gradient of b1, at one sample)", "b1", one_row=True),
        Link("dE/dW2", "W2"),
        Link("dE/db2", "b2"),
        Link("dE/dW1", "W1"),
        Link("dE/db1", "b1"),
    ),
    misconceptions=(
        Misconception("NN441", "the sigmoid's slope missing at the output", "The chain goes from E over a2 and z2 to W2. Which link between a2 and z2 is missing?", lambda x, t, p: chain(x, t, p, output_slope=lambda a, z: 1)),
        Misconception("NN442", "the sigmoid's slope missing in the hidden layer", "The chain goes back from a1 to z1 before it reaches W1. Which factor belongs to that link?", lambda x, t, p: chain(x, t, p, hidden_slope=lambda a, z: 1)),
        Misconception("NN443", "both slopes of the sigmoid missing", "Which factor belongs to the step from a back to z?", lambda x, t, p: chain(x, t, p, output_slope=lambda a, z: 1, hidden_slope=lambda a, z: 1)),
        Misconception("NN444", "the first output alone sent back", "A hidden neuron feeds every output. Along how many paths does the error come back to it?", lambda x, t, p: chain(x, t, p, back=one_output)),
        Misconception("NN445", "the last output alone sent back", "A hidden neuron feeds every output. Along how many paths does the error come back to it?", lambda x, t, p: chain(x, t, p, back=last_output)),
        Misconception("NN446", "a (1 + a) for the slope", "Where a is near 1 the sigmoid is flat. What does your factor give there?", lambda x, t, p: chain(x, t, p, output_slope=lambda a, z: a * (1 + a), hidden_slope=lambda a, z: a * (1 + a))),
        Misconception("NN447", "the slope taken at z with the formula for a", "Does a (1 - a) want the activation or what goes into it?", lambda x, t, p: chain(x, t, p, output_slope=lambda a, z: z * (1 - z), hidden_slope=lambda a, z: z * (1 - z))),
        Misconception("NN448", "the sigmoid applied twice in the slope", "You pass an activation to a function that applies the sigmoid once more. What does it expect?", lambda x, t, p: chain(x, t, p, output_slope=lambda a, z: sigmoid(a) * (1 - sigmoid(a)), hidden_slope=lambda a, z: sigmoid(a) * (1 - sigmoid(a)))),
        Misconception("NN449", "the slope of tanh", "Of which activation is 1 - a^2 the slope?", lambda x, t, p: chain(x, t, p, output_slope=lambda a, z: 1 - a * a, hidden_slope=lambda a, z: 1 - a * a)),
        Misconception("NN450", "target minus output", "If the output is too large, should its gradient be positive or negative?", lambda x, t, p: chain(x, t, p, error=lambda a, t: t - a)),
        Misconception("NN451", "the half of the loss forgotten", "What cancels the 2 that comes from the square?", lambda x, t, p: scaled(chain(x, t, p), 2)),
        Misconception("NN452", "half the gradient", "The half of the loss meets the 2 of the square. What is left?", lambda x, t, p: scaled(chain(x, t, p), 0.5)),
        Misconception("NN453", "averaged over the batch", "The loss adds over the samples. Does its gradient average?", lambda x, t, p: scaled(chain(x, t, p), 1 / rows(x)), convention=True),
        Misconception("NN454", "the gradient of the mean of squares", "Does the loss average over the entries, or take half their sum?", lambda x, t, p: scaled(chain(x, t, p), 2 / t.size), convention=True),
        Misconception("NN455", "averaged over all entries", "Does the loss average over the entries, or take half their sum?", lambda x, t, p: scaled(chain(x, t, p), 1 / t.size), convention=True),
        Misconception("NN456", "gradients stored as (in, out)", "The gradient of W1 should have the shape of W1: which one is that?", lambda x, t, p: changed(x, t, p, W1=lambda g: g.T, W2=lambda g: g.T), convention=True),
        Misconception("NN457", "transposed weights on the way back", "Which entries of W2 connect hidden neuron 1 with the outputs: a row or a column?", lambda x, t, p: chain(x, t, p, back=lambda d2, W2: d2 @ W2.T)),
        Misconception("NN458", "the input missing in the gradient of W1", "How does z1 change when a weight changes: by 1, or by the input that it multiplies?", without_input_factor),
        Misconception("NN459", "the hidden activation missing in the gradient of W2", "How does z2 change when a weight changes: by 1, or by the activation that it multiplies?", without_hidden_factor),
        Misconception("NN460", "the bias gradients are zero", "Does the loss change when a bias changes?", lambda x, t, p: changed(x, t, p, b1=lambda g: g * 0, b2=lambda g: g * 0)),
        Misconception("NN461", "one bias gradient for the whole layer", "Every neuron has its own bias. Over which axis do you add?", bias_over_everything),
        Misconception("NN462", "bias gradients averaged over the batch", "The gradients of the weights add over the samples. Should those of the biases average?", lambda x, t, p: changed(x, t, p, b1=lambda g: g / rows(x), b2=lambda g: g / rows(x))),
        Misconception("NN463", "bias gradients of every sample, not added", "What shape has a bias, and what shape has your gradient?", lambda x, t, p: {**chain(x, t, p), "b1": sample_deltas(x, t, p)[0], "b2": sample_deltas(x, t, p)[1]}),
        Misconception("NN464", "the first sample alone", "Does your gradient change when the second sample changes?", lambda x, t, p: chain(np.atleast_2d(x)[0], np.atleast_2d(t)[0], p)),
        Misconception("NN465", "the delta multiplied by the activation on its way back", "What stands between delta2 and a1: the weights alone?", lambda x, t, p: chain(x, t, p, hidden_slope=lambda a, z: a * a * (1 - a))),
        Misconception("NN466", "the output's error without its sign", "If the output is too small, which sign has its gradient?", lambda x, t, p: chain(x, t, p, error=lambda a, t: abs(a - t))),
        Misconception("NN467", "the output in place of its error", "Where does the target enter your gradient?", lambda x, t, p: chain(x, t, p, error=lambda a, t: a)),
        Misconception("NN468", "the slope at the output taken twice", "How often does a2 (1 - a2) occur between E and z2?", lambda x, t, p: chain(x, t, p, output_slope=lambda a, z: slope(a, z) * slope(a, z))),
        Misconception("NN470", "no gradient reaches the hidden layer", "Does the loss change when W1 changes? What cuts the chain between a1 and z1?", lambda x, t, p: changed(x, t, p, W1=lambda g: g * 0, b1=lambda g: g * 0)),
        Misconception("NN471", "the errors sent back without the weights", "Does each output send its error back with the same strength along every connection?", lambda x, t, p: chain(x, t, p, back=lambda d2, W2: total(d2, axis=-1) * np.ones(W2.shape[1], dtype=int))),
        Misconception("NN472", "z1 for a1 in the gradient of W2", "By what is W2 multiplied in the forward pass: z1 or a1?", lambda x, t, p: {**chain(x, t, p), "W2": outer(sample_deltas(x, t, p)[1], forward(x, p)["z1"])}),
        Misconception("NN473", "one number for the bias gradient of a layer", "Every neuron has its own bias: how many gradients are there?", lambda x, t, p: changed(x, t, p, b1=total, b2=total)),
        Misconception("NN474", "gradients clipped entry by entry", "How large can an entry of your gradient become? Is there such a limit to the slope of the loss?", limited(clipped, 1), alike=tuple(limited(*each) for each in OTHER_CLIPS)),
        Misconception("NN475", "the gradient shortened to a largest norm", "Clipping is a choice of who takes the step. Is it part of the slope of the loss?", limited(shortened, 1), alike=tuple(limited(*each) for each in OTHER_NORMS)),
        Misconception("NN469", "the gradients of the two layers exchanged", "Which of your gradients has the shape of W1?", lambda x, t, p: exchanged(chain(x, t, p))),
    ),
)  # fmt: skip


def sample_deltas(x, t, params):
    f = forward(x, params)
    d2 = (f["a2"] - t) * slope(f["a2"], f["z2"])
    return d2 @ params["W2"] * slope(f["a1"], f["z1"]), d2


def exchanged(grads):
    return {"W1": grads["W2"], "b1": grads["b2"], "W2": grads["W1"], "b2": grads["b1"]}


# --- step -------------------------------------------------------------------------------------


def sgd_step(params, grads, lr):
    """Return a new dict: every parameter minus lr times its gradient."""
    return {name: params[name] - lr * grads[name] for name in params}


def limited_step(limit, most):
    return lambda params, grads, lr: sgd_step(params, limit(grads, most), lr)


def torch_step(torch, params, grads, lr):
    leaves = {name: value.detach().clone().requires_grad_() for name, value in params.items()}
    for name, leaf in leaves.items():
        leaf.grad = grads[name].clone()
    torch.optim.SGD(list(leaves.values()), lr=lr).step()
    return {name: leaf.detach() for name, leaf in leaves.items()}


SGD_STEP = Function(
    sgd_step,
    {"params": PARAMS, "grads": GRADS, "lr": LEARNING_RATE},
    torch=torch_step,
    sizes=SIZES,
    examples=(
        Example("notes", NOTES, NOTES_GRADS, 0.5, why="the 2-2-2 network with rounded gradients"),
        Example("second", SECOND, SECOND_GRADS, 0.1, why=SECOND_WHY),
        Example("no-step", SECOND, SECOND_GRADS, 0.0, why="a learning rate of 0"),
    ),
    properties=(
        Property("two-half-steps", "two half steps make one step", lambda ask, p, g, lr: equal(ask(p, g, lr)["W1"] - p["W1"], 2 * (ask(p, g, lr / 2)["W1"] - p["W1"]))),
    ),
    misconceptions=(
        Misconception("NN481", "ascent", "The gradient points uphill. Which way should a step go?", lambda p, g, lr: {name: p[name] + lr * g[name] for name in p}),
        Misconception("NN482", "the learning rate twice", "How often does lr enter the step?", lambda p, g, lr: {name: p[name] - lr * lr * g[name] for name in p}),
        Misconception("NN483", "the learning rate forgotten", "What happens in your code when lr is 0?", lambda p, g, lr: {name: p[name] - g[name] for name in p}),
        Misconception("NN484", "the biases frozen", "Do the biases take part in the step?", lambda p, g, lr: {name: p[name] - lr * g[name] if name[0] == "W" else p[name] for name in p}, convention=True),
        Misconception("NN485", "the step without the parameter", "From what is the step subtracted?", lambda p, g, lr: {name: -lr * g[name] for name in p}),
        Misconception("NN486", "divided by the learning rate", "Should a larger lr make a larger or a smaller step?", lambda p, g, lr: {name: p[name] - g[name] / lr for name in p}),
        Misconception("NN487", "nothing updated", "What should differ between the dict that comes in and the one that goes out?", lambda p, g, lr: dict(p)),
        Misconception("NN488", "the weights frozen", "Do the weights take part in the step?", lambda p, g, lr: {name: p[name] - lr * g[name] if name[0] == "b" else p[name] for name in p}),
        Misconception("NN489", "the parameter shrunk instead of moved", "Is the gradient subtracted from the parameter, or multiplied with it?", lambda p, g, lr: {name: p[name] * (1 - lr * g[name]) for name in p}),
        Misconception("NN490", "the gradient minus the step", "Which of the two is updated: the parameter or the gradient?", lambda p, g, lr: {name: g[name] - lr * p[name] for name in p}),
        Misconception("NN491", "gradients clipped entry by entry", "Does a gradient of 20 make twice the step of a gradient of 10 in your code?", limited_step(clipped, 1), alike=tuple(limited_step(*each) for each in OTHER_CLIPS)),
        Misconception("NN492", "the gradient shortened to a largest norm", "Does a gradient ten times as long make a step ten times as long in your code?", limited_step(shortened, 1), alike=tuple(limited_step(*each) for each in OTHER_NORMS)),
    ),
)  # fmt: skip


def train_step(x, t, params, lr):
    """Return (new params, loss before the step): one update of all parameters at the same time."""
    return sgd_step(params, backward(x, t, params), lr), loss(forward(x, params)["a2"], t)


def honest_step(x, t, params, lr):
    return sgd_step(params, chain(x, t, params), lr), loss(forward(x, params)["a2"], t)


def step_with(x, t, params, lr, grads=None, before=True, update=sgd_step):
    new = update(params, chain(x, t, params) if grads is None else grads, lr)
    return new, loss(forward(x, params if before else new)["a2"], t)


def sequential(x, t, params, lr):
    """The hidden gradients are taken with the output weights already updated."""
    f = forward(x, params)
    d2 = (f["a2"] - t) * slope(f["a2"], f["z2"])
    later = params["W2"] - lr * outer(d2, f["a1"])
    d1 = d2 @ later * slope(f["a1"], f["z1"])
    grads = {"W1": outer(d1, x), "b1": add_rows(d1), "W2": outer(d2, f["a1"]), "b2": add_rows(d2)}
    return step_with(x, t, params, lr, grads)


def sequential_forward(x, t, params, lr):
    """The output layer is updated, and then everything is computed anew for the hidden layer."""
    half = sgd_step(params, chain(x, t, params), lr)
    middle = {**params, "W2": half["W2"], "b2": half["b2"]}
    full = sgd_step(params, chain(x, t, middle), lr)
    return {**middle, "W1": full["W1"], "b1": full["b1"]}, loss(forward(x, params)["a2"], t)


def sample_by_sample(x, t, params, lr):
    losses = 0
    for sample, target in zip(np.atleast_2d(x), np.atleast_2d(t), strict=True):
        losses = losses + loss(forward(sample, params)["a2"], target)
        params = sgd_step(params, chain(sample, target, params), lr)
    return params, losses


def shared_bias(params, grads, lr):
    added = {name: g * 0 + total(g) if name[0] == "b" else g for name, g in grads.items()}
    return sgd_step(params, added, lr)


def frozen_bias(params, grads, lr):
    return {name: params[name] - lr * grads[name] if name[0] == "W" else params[name] for name in params}


def limited_training(limit, most):
    return lambda x, t, params, lr: step_with(x, t, params, lr, grads=limit(chain(x, t, params), most))


def torch_train_step(torch, x, t, params, lr):
    value = torch.nn.functional.mse_loss(torch_forward(torch, x, params)["a2"], t, reduction="sum") / 2
    return torch_step(torch, params, torch_backward(torch, x, t, params), lr), value


def is_own_step(ask, x, t, params, lr):
    moved = ask(x, t, params, lr)[0]["W1"] - params["W1"]
    return equal(moved, -lr * ask.backward(x, t, params)["W1"])


def own_everything(own, x, t, params, lr):
    grads = own("backward", chain)(x, t, params)
    return own("sgd_step", sgd_step)(params, grads, lr), own("loss", loss)(
        own("forward", forward)(x, params)["a2"], t
    )


TRAIN_STEP = Function(
    train_step,
    {"x": X, "t": T, "params": PARAMS, "lr": LEARNING_RATE},
    torch=torch_train_step,
    forms=(honest_step,),
    with_own=(
        own_everything,
        lambda own, x, t, p, lr: (sgd_step(p, own.backward(x, t, p), lr), loss(forward(x, p)["a2"], t)),
        lambda own, x, t, p, lr: (sgd_step(p, chain_with(own_forward, None)(own, x, t, p), lr), own("loss", loss)(own.forward(x, p)["a2"], t)),
        lambda own, x, t, p, lr: (own.sgd_step(p, chain(x, t, p), lr), loss(forward(x, p)["a2"], t)),
    ),
    sizes=SIZES,
    points=2.0,
    examples=(
        Example("notes", NOTES_X, NOTES_T, NOTES, 0.5, worked=NOTES_B),
        Example("second", SECOND_X, SECOND_T, SECOND, 0.5, why=SECOND_WHY),
        Example("second-row", SECOND_X[0], FAR_T[0], SECOND, 0.25, why=FAR_ROW),
        Example("third", THIRD_X, THIRD_T, SECOND, 0.25, why="4-5-3 network with three samples"),
        Example("square-batch", THIRD_X, FAR_T, SQUARE_BATCH, 0.125, why=SQUARE_BATCH_WHY),
        Example("saturated", 500 * SECOND_X, SECOND_T, SATURATED, 0.5, why=SATURATED_WHY),
    ),
    properties=(
        Property("own-gradient", "the step is -lr times your own gradient", is_own_step, needs=("backward",)),
        Property("loss-before", "the loss is that of the parameters that came in", lambda ask, x, t, p, lr: equal(ask(x, t, p, lr)[1], ask(x, t, p, lr / 2)[1])),
    ),
    links=(
        Link("the loss before the step", "1"),
        Link("W2 after the step", "0.W2"),
        Link("b2 after the step", "0.b2"),
        Link("W1 after the step", "0.W1"),
        Link("b1 after the step", "0.b1"),
    ),
    misconceptions=(
        Misconception("NN501", "updated output weights used too early", "When you compute the hidden layer's gradient, which W2 do you use: the one from the forward pass, or the one you have just updated?", sequential),
        Misconception("NN502", "a new forward pass between the two layers' updates", "All gradients belong to one and the same point. Which parameters does your second pass use?", sequential_forward),
        Misconception("NN503", "the loss after the step", "Which parameters give the loss that you return: those before or those after the step?", lambda x, t, p, lr: step_with(x, t, p, lr, before=False)),
        Misconception("NN504", "the biases frozen", "Do the biases take part in the step?", lambda x, t, p, lr: step_with(x, t, p, lr, update=frozen_bias), convention=True),
        Misconception("NN505", "one bias shared by a layer", "Does every neuron have its own bias here, or does a layer share one?", lambda x, t, p, lr: step_with(x, t, p, lr, update=shared_bias), convention=True),
        Misconception("NN506", "ascent", "Does your loss fall from step to step?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=scaled(chain(x, t, p), -1))),
        Misconception("NN507", "the learning rate twice", "How often does lr enter the step?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=scaled(chain(x, t, p), lr))),
        Misconception("NN508", "the learning rate forgotten", "What happens in your code when lr is tiny?", lambda x, t, p, lr: step_with(x, t, p, 1)),
        Misconception("NN509", "averaged over the batch", "The loss adds over the samples. Does its gradient average?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=scaled(chain(x, t, p), 1 / rows(x))), convention=True),
        Misconception("NN510", "the half of the loss forgotten", "What cancels the 2 that comes from the square?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=scaled(chain(x, t, p), 2))),
        Misconception("NN511", "the sigmoid's slope missing at the output", "Which link between a2 and z2 is missing in your gradient?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=chain(x, t, p, output_slope=lambda a, z: 1))),
        Misconception("NN512", "the sigmoid's slope missing in the hidden layer", "Which factor belongs to the step from a1 back to z1?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=chain(x, t, p, hidden_slope=lambda a, z: 1))),
        Misconception("NN513", "the first output alone sent back", "Along how many paths does the error come back to a hidden neuron?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=chain(x, t, p, back=one_output))),
        Misconception("NN514", "the output layer alone updated", "Which parameters does one step update?", lambda x, t, p, lr: step_with(x, t, p, lr, update=lambda p, g, lr: {**sgd_step(p, g, lr), "W1": p["W1"], "b1": p["b1"]})),
        Misconception("NN515", "twice the loss", "Which factor stands in front of the sum of squares?", lambda x, t, p, lr: (step_with(x, t, p, lr)[0], 2 * step_with(x, t, p, lr)[1])),
        Misconception("NN516", "the mean of squares returned as the loss", "Do the notes average over the outputs, or take half their sum?", lambda x, t, p, lr: (step_with(x, t, p, lr)[0], 2 * step_with(x, t, p, lr)[1] / t.size), convention=True),
        Misconception("NN517", "transposed weights on the way back", "Which entries of W2 connect a hidden neuron with the outputs: a row or a column?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=chain(x, t, p, back=lambda d2, W2: d2 @ W2.T))),
        Misconception("NN519", "the mean of squares in place of half their sum", "Does the loss of the notes average over the entries?", lambda x, t, p, lr: (step_with(x, t, p, lr, grads=scaled(chain(x, t, p), 2 / t.size))[0], 2 * step_with(x, t, p, lr)[1] / t.size), convention=True),
        Misconception("NN520", "the biases updated twice", "How often does your step touch each bias?", lambda x, t, p, lr: step_with(x, t, p, lr, grads=changed(x, t, p, b1=lambda g: 2 * g, b2=lambda g: 2 * g))),
        Misconception("NN521", "one step for each sample", "All samples of a batch make one step together. How many steps does your loop make?", sample_by_sample, convention=True),
        Misconception("NN522", "gradients clipped entry by entry", "How far does one step of yours move a weight at most, however wrong the output?", limited_training(clipped, 1), alike=tuple(limited_training(*each) for each in OTHER_CLIPS)),
        Misconception("NN523", "the gradient shortened to a largest norm", "Does a gradient ten times as long make a step ten times as long in your code?", limited_training(shortened, 1), alike=tuple(limited_training(*each) for each in OTHER_NORMS)),
        Misconception("NN518", "nothing updated", "What should differ between the dict that comes in and the one that goes out?", lambda x, t, p, lr: step_with(x, t, p, 0)),
    ),
)  # fmt: skip

# --- any depth --------------------------------------------------------------------------------

DEEP = [SECOND["W1"], SECOND["W2"], np.array([[0.7, -0.9, 1.3], [-1.1, 0.4, 0.6]])]
DEEP_T = np.array([[0.25, 1.0], [0.75, 0.0]])
SQUARE_X = np.array([[1.0, -0.5, 0.75], [-1.5, 0.25, 0.5]])
SQUARE_T = np.array([[0.0, 0.5, 1.0], [0.75, 0.25, 0.5]])
SQUARE = [
    np.array([[0.5, -0.3, 0.8], [0.2, 0.9, -0.6], [-0.7, 0.4, 1.1]]),
    np.array([[-0.2, 0.6, 0.4], [1.2, -0.5, 0.3], [0.1, 0.8, -0.9]]),
    np.array([[0.9, 0.3, -0.4], [-0.6, 0.7, 0.2], [0.5, -1.3, 0.6]]),
]
# One neuron of each layer stays where the sigmoid is steep: no gradient is 0 but where all of its entries are.
SATURATED_DEEP = [
    SATURATED["W1"],
    np.array([[1.0], [2000.0], [2000.0]]) * SECOND["W2"],
    np.array([[1.0], [2000.0]]) * DEEP[2],
]
TALL_X = np.array([[0.75, -1.25], [-0.5, 0.25], [1.5, 2.0]])
TALL_T = np.array([[0.5], [1.0], [0.25]])
TALL = [np.array([[0.6, -0.8], [1.2, 0.3], [-0.4, 0.9]]), np.array([[0.5, -0.7, 0.2]])]


def deep_outputs(x, weights):
    for W in weights:
        x = sigmoid(x @ W.T)
    return x


def deep_backward(x, t, weights):
    """Return a list of the gradients of half the sum of (a - t)^2, first layer first, each of the shape of its matrix.

    a is the output of a network without biases: weights is a list of matrices (out, in), any number of them, with
    a sigmoid after each. x has shape (n, d) or (d,), t has the shape of a.
    """
    return gradient(loss(deep_outputs(x, weights), t), weights)


def deep_deltas(
    x,
    t,
    weights,
    error=lambda a, t: a - t,
    output_slope=slope,
    hidden_slope=slope,
    back=None,
    last=sigmoid,
    activation=sigmoid,
):
    """The deltas of every layer by the recursion, and what comes into it, with any link exchanged."""
    inputs, sums = [np.atleast_2d(x)], []
    for depth, W in enumerate(weights, 1):
        sums.append(inputs[-1] @ W.T)
        inputs.append((last if depth == len(weights) else activation)(sums[-1]))
    deltas = [error(inputs[-1], np.atleast_2d(t)) * output_slope(inputs[-1], sums[-1])]
    for layer in range(len(weights) - 2, -1, -1):
        sent = (back or (lambda d, weights, layer: d @ weights[layer + 1]))(deltas[0], weights, layer)
        deltas.insert(0, sent * hidden_slope(inputs[layer + 1], sums[layer]))
    return deltas, inputs[:-1], sums


def deep_chain(x, t, weights, **exchanged):
    deltas, inputs, _ = deep_deltas(x, t, weights, **exchanged)
    return [delta.T @ a for delta, a in zip(deltas, inputs, strict=True)]


def with_slopes(wrong):
    """Another slope at the output and in the hidden layers."""
    return lambda x, t, W: deep_chain(x, t, W, output_slope=wrong, hidden_slope=wrong)


def sent_by(back):
    """Another way for the deltas to go back."""
    return lambda x, t, W: deep_chain(x, t, W, back=back)


def deep_scaled(factor):
    return lambda x, t, W: [factor(x, t) * g for g in deep_chain(x, t, W)]


def limited_deep(limit, most):
    return lambda x, t, W: list(limit(dict(enumerate(deep_chain(x, t, W))), most).values())


def sums_for_activations(x, t, weights):
    deltas, inputs, sums = deep_deltas(x, t, weights)
    return [delta.T @ a for delta, a in zip(deltas, [inputs[0], *sums[:-1]], strict=True)]


def slopes_of_the_next_layer(x, t, weights):
    """The delta gets its slope before it goes back, that of the layer above once more."""
    deltas, inputs, _ = deep_deltas(x, t, weights)
    outputs = [*inputs[1:], deep_outputs(np.atleast_2d(x), weights)]
    delta, found = deltas[-1], [deltas[-1].T @ inputs[-1]]
    for layer in range(len(weights) - 2, -1, -1):
        delta = (delta * slope(outputs[layer + 1], None)) @ weights[layer + 1]
        found.insert(0, delta.T @ inputs[layer])
    return found


def torch_deep(torch, x, t, weights):
    leaves = [W.detach().clone().requires_grad_() for W in weights]
    for W in leaves:
        x = torch.sigmoid(torch.nn.functional.linear(x, W))
    return list(torch.autograd.grad(torch.nn.functional.mse_loss(x, t, reduction="sum") / 2, leaves))


def deep_samples_add_up(ask, x, t, weights):
    x2, t2 = np.atleast_2d(x), np.atleast_2d(t)
    batch = ask(np.concatenate([x2, 1 - x2]), np.concatenate([t2, t2]), weights)[0]
    return equal(batch, ask(x2, t2, weights)[0] + ask(1 - x2, t2, weights)[0])


def is_own_backward(ask, x, t, weights):
    biases = {"b1": np.zeros(len(weights[0])), "b2": np.zeros(len(weights[1]))}
    own = ask.backward(x, t, {"W1": weights[0], "W2": weights[1], **biases})
    return equal(ask(x, t, weights)[0], own["W1"])


DEEP_BACKWARD = Function(
    deep_backward,
    {"x": X, "t": T, "weights": weights(-1, 1, "depth", "d", "o")},
    torch=torch_deep,
    forms=(deep_chain,),
    with_own=(
        lambda own, x, t, W: deep_chain(x, t, W, activation=own.sigmoid, last=own.sigmoid),
        lambda own, x, t, W: deep_chain(x, t, W, activation=own.sigmoid, last=own.sigmoid, **own_slopes(own)),
        lambda own, x, t, W: deep_chain(x, t, W, **own_slopes(own)),
    ),
    sizes={**SIZES, "depth": (1, 4)},
    points=2.0,
    examples=(
        Example("deep", SECOND_X, DEEP_T, DEEP, why="4-5-3-2 network with two samples"),
        Example("deep-row", SECOND_X[0], DEEP_T[0], DEEP, why="4-5-3-2 network with one sample"),
        Example("deep-single", SECOND_X[1:], FAR_T[:1, :2], DEEP, why="4-5-3-2 network with a batch of one row, far targets"),
        Example("square", SQUARE_X, FAR_T[:2], SQUARE, why="3-3-3-3 network with two samples, far targets"),
        Example("square-row", SQUARE_X[1], SQUARE_T[0], SQUARE, why="3-3-3-3 network with one sample"),
        Example("tall", TALL_X, TALL_T, TALL, why="2-3-1 network with three samples"),
        Example("two-layers", SECOND_X, SECOND_T, DEEP[:2], why="4-5-3 network with two samples"),
        Example("one-layer", 7 * SQUARE_X, FAR_T[:2], SQUARE[:1], why="a network of one layer, far targets, some large weighted sums"),
        Example("seven-layers", SQUARE_X, SQUARE_T, [SQUARE[i % 3] for i in range(7)], why="seven layers"),
        Example("saturated", 500 * SECOND_X, DEEP_T, SATURATED_DEEP, why=SATURATED_WHY),
    ),
    properties=(
        Property("samples-add-up", "the gradient of a batch is the sum over its samples", deep_samples_add_up),
        Property("straight", "halfway to the target the first layer's gradient is halfway too", lambda ask, x, t, W: equal(2 * ask(x, t / 2, W)[0], ask(x, t, W)[0] + ask(x, 0 * t, W)[0])),
        Property("two-layers", "with two layers it is your own backward with biases of 0", is_own_backward, needs=("backward",), at=(SECOND_X, SECOND_T, DEEP[:2])),
    ),
    links=(
        Link("dE/dW of the last layer", "-1"),
        Link("dE/dW one layer before the last", "-2"),
        Link("dE/dW two layers before the last", "-3"),
        Link("dE/dW three layers before the last", "-4"),
    ),
    misconceptions=(
        Misconception("NN531", "the sigmoid's slope missing in the hidden layers", "Which factor belongs to the step from a hidden a back to its z?", lambda x, t, W: deep_chain(x, t, W, hidden_slope=lambda a, z: 1)),
        Misconception("NN532", "the sigmoid's slope missing at the output", "Which link between the last z and the last a is missing?", lambda x, t, W: deep_chain(x, t, W, output_slope=lambda a, z: 1)),
        Misconception("NN533", "no slopes at all", "Which factor belongs to the step from a back to z?", with_slopes(lambda a, z: 1)),
        Misconception("NN534", "a (1 + a) for the slope", "Where a is near 1 the sigmoid is flat. What does your factor give there?", with_slopes(lambda a, z: a * (1 + a))),
        Misconception("NN535", "the slope taken at z with the formula for a", "Does a (1 - a) want the activation or what goes into it?", with_slopes(lambda a, z: z * (1 - z))),
        Misconception("NN536", "the sigmoid applied twice in the slope", "You pass an activation to a function that applies the sigmoid once more. What does it expect?", with_slopes(lambda a, z: sigmoid(a) * (1 - sigmoid(a)))),
        Misconception("NN537", "the slope of tanh", "Of which activation is 1 - a^2 the slope?", with_slopes(lambda a, z: 1 - a * a)),
        Misconception("NN538", "transposed weights on the way back", "Which entries of W connect one neuron with the layer above: a row or a column?", sent_by(lambda d, W, layer: d @ W[layer + 1].T)),
        Misconception("NN539", "the weights of the layer below on the way back", "Between which two layers does the delta travel, and which weights lie there?", sent_by(lambda d, W, layer: d @ W[layer])),
        Misconception("NN540", "the deltas sent back without the weights", "Does each neuron send its delta back with the same strength along every connection?", sent_by(lambda d, W, layer: total(d, axis=-1) * np.ones(W[layer + 1].shape[1], dtype=int))),
        Misconception("NN541", "the first neuron alone sent back", "A neuron feeds every neuron above it. Along how many paths does the error come back to it?", sent_by(lambda d, W, layer: d[:, :1] @ W[layer + 1][:1])),
        Misconception("NN542", "the last neuron alone sent back", "A neuron feeds every neuron above it. Along how many paths does the error come back to it?", sent_by(lambda d, W, layer: d[:, -1:] @ W[layer + 1][-1:])),
        Misconception("NN543", "no gradient reaches the hidden layers", "Does the loss change when a hidden weight changes? What cuts the chain?", lambda x, t, W: [*(g * 0 for g in deep_chain(x, t, W)[:-1]), deep_chain(x, t, W)[-1]]),
        Misconception("NN544", "the last layer first", "The recursion starts at the last layer. Where does your list start?", lambda x, t, W: deep_chain(x, t, W)[::-1]),
        Misconception("NN545", "gradients stored as (in, out)", "The gradient of a matrix should have the shape of that matrix: which one is that?", lambda x, t, W: [g.T for g in deep_chain(x, t, W)], convention=True),
        Misconception("NN546", "averaged over the batch", "The loss adds over the samples. Does its gradient average?", deep_scaled(lambda x, t: 1 / np.array(rows(x), dtype=object)), convention=True),
        Misconception("NN547", "the gradient of the mean of squares", "Does the loss average over the entries, or take half their sum?", deep_scaled(lambda x, t: 2 / np.array(t.size, dtype=object)), convention=True),
        Misconception("NN548", "averaged over all entries", "Does the loss average over the entries, or take half their sum?", deep_scaled(lambda x, t: 1 / np.array(t.size, dtype=object)), convention=True),
        Misconception("NN549", "the half of the loss forgotten", "What cancels the 2 that comes from the square?", deep_scaled(lambda x, t: 2)),
        Misconception("NN550", "target minus output", "If the output is too large, should its gradient be positive or negative?", lambda x, t, W: deep_chain(x, t, W, error=lambda a, t: t - a)),
        Misconception("NN551", "the sum of the outputs in place of the loss", "Where does the target enter your gradient?", lambda x, t, W: deep_chain(x, t, W, error=lambda a, t: np.ones(a.shape, dtype=int))),
        Misconception("NN552", "the output in place of its error", "Where does the target enter your gradient?", lambda x, t, W: deep_chain(x, t, W, error=lambda a, t: a)),
        Misconception("NN553", "the first sample alone", "Does your gradient change when the second sample changes?", lambda x, t, W: deep_chain(np.atleast_2d(x)[0], np.atleast_2d(t)[0], W)),
        Misconception("NN554", "weighted sums for activations in the gradients", "By what is a hidden layer's matrix multiplied in the forward pass: z or a?", sums_for_activations),
        Misconception("NN555", "the slopes of the layer above once more", "Which layer's slope belongs to a delta that has just gone back through the weights?", slopes_of_the_next_layer),
        Misconception("NN556", "no sigmoid at the output", "Are your outputs between 0 and 1?", lambda x, t, W: deep_chain(x, t, W, output_slope=lambda a, z: 1, last=lambda z: z)),
        Misconception("NN557", "the deltas multiplied by the activations on their way back", "What stands between one delta and the next: the weights and one slope alone?", lambda x, t, W: deep_chain(x, t, W, hidden_slope=lambda a, z: a * a * (1 - a))),
        Misconception("NN560", "gradients clipped entry by entry", "How large can an entry of your gradient become? Is there such a limit to the slope of the loss?", limited_deep(clipped, 1), alike=tuple(limited_deep(*each) for each in OTHER_CLIPS)),
        Misconception("NN561", "the gradient shortened to a largest norm", "Clipping is a choice of who takes the step. Is it part of the slope of the loss?", limited_deep(shortened, 1), alike=tuple(limited_deep(*each) for each in OTHER_NORMS)),
        Misconception("NN558", "the last layer alone", "How many matrices come in, and how many gradients go out?", lambda x, t, W: deep_chain(x, t, W)[-1:]),
        Misconception("NN559", "the error without its sign", "If the output is too small, which sign has its gradient?", lambda x, t, W: deep_chain(x, t, W, error=lambda a, t: abs(a - t))),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    "backprop",
    "The worked two-layer network, and networks of any depth",
    (FORWARD, LOSS, BACKWARD, SGD_STEP, TRAIN_STEP, DEEP_BACKWARD),
)
