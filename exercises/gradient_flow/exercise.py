"""How gradients vanish or explode on their way back: a chain of sigmoids, and a network layer by layer.

Networks have no biases here; weights are (out, in), samples lie in rows.
"""

from functools import partial

import numpy as np

from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Link,
    Misconception,
    Property,
    amax,
    at_least,
    equal,
    exp,
    gradient,
    log,
    one_of,
    positive,
    reals,
    sqrt,
    stack,
    tanh,
    total,
    weights,
    where,
    whole,
)

# --- a chain of sigmoids ----------------------------------------------------------------------


def sigmoid(z):
    return 1 / (1 + exp(-z))


def slope(a):
    return a * (1 - a)


def chain(x, n):
    for _ in range(n):
        x = sigmoid(x)
    return x


def sigmoid_chain_grad(x, n):
    """The derivative of sigmoid(sigmoid(... sigmoid(x))), the sigmoid applied n times, at each x; n is 1 or more."""
    return gradient(total(chain(x, n)), x)


def product(factors):
    result = 1
    for factor in factors:
        result = result * factor
    return result


def values_on_the_way(x, n):
    """x, sigmoid(x), and so on: what goes into each of n sigmoids, and what comes out of the last."""
    values = [x]
    for _ in range(n):
        values.append(sigmoid(values[-1]))
    return values


def own_values(own, x, n):
    """The same with the student's own sigmoid."""
    values = [x]
    for _ in range(n):
        values.append(own("sigmoid", sigmoid)(values[-1]))
    return values


def link_by_link(x, n):
    return product(slope(a) for a in values_on_the_way(x, n)[1:])


def torch_chain(torch, x, n):
    leaf = x.detach().clone().requires_grad_()
    value = leaf
    for _ in range(n):
        value = torch.sigmoid(value)
    return torch.autograd.grad(value.sum(), leaf)[0]


CHAIN_X = np.array([-3.0, -1.25, -0.5, 0.0, 0.25, 1.0, 2.5])

SIGMOID_CHAIN_GRAD = Function(
    sigmoid_chain_grad,
    {"x": reals(-8, 8), "n": whole(1, 6)},
    torch=torch_chain,
    forms=(
        link_by_link,
        lambda x, n: product(exp(-z) / (1 + exp(-z)) ** 2 for z in values_on_the_way(x, n - 1)),
        lambda x, n: product(exp(z) / (1 + exp(z)) ** 2 for z in values_on_the_way(x, n - 1)),
    ),
    with_own=(
        lambda own, x, n: product(slope(a) for a in own_values(own, x, n)[1:]),
        lambda own, x, n: product(own.sigmoid_grad(z) for z in own_values(own, x, n - 1)),
    ),
    value_range=(0, 0.25),
    infinities=(),
    examples=(
        Example("one-link", CHAIN_X, 1, why="a single sigmoid"),
        Example("two-links", CHAIN_X, 2, why="two sigmoids"),
        Example("three-links", CHAIN_X[::-1].copy(), 3, why="three sigmoids"),
        Example("three-other-links", np.array([1.5, -2.0, 0.75, 6.0, -0.25, 3.0, -4.5]), 3, why="three sigmoids, other numbers"),
        Example("five-links", CHAIN_X.reshape(7, 1), 5, why="five sigmoids"),
        Example("long-chain", np.array([0.0, -0.0, 1e-20]), 30, why="thirty sigmoids: smaller than rounding, and still a number"),
    ),
    properties=(
        Property("vanishing", "a chain of n sigmoids is never steeper than (1/4)^n", lambda ask, x, n: at_least(4.0**-n, ask(x, n))),
        Property("further-links", "each further link leaves at most a quarter of the slope", lambda ask, x, n: at_least(ask(x, n) / 4, ask(x, n + 1))),
        Property("rising", "the chain never falls", lambda ask, x, n: at_least(ask(x, n), 0.0)),
        Property("first-link", "a single link is as steep at -x as at x", lambda ask, x, n: equal(ask(-x, 1), ask(x, 1))),
    ),
    misconceptions=(
        Misconception("NN1501", "every slope taken at x", "What goes into the second sigmoid: x, or what the first one gives?", lambda x, n: product([slope(sigmoid(x))] * n)),
        Misconception("NN1502", "one link too few", "How many factors has the chain rule for n functions?", lambda x, n: x * 0 + link_by_link(x, n - 1)),
        Misconception("NN1503", "one link too many", "How many factors has the chain rule for n functions?", lambda x, n: link_by_link(x, n + 1)),
        Misconception("NN1504", "the bound in place of the slope", "Does the sigmoid have the same slope everywhere?", lambda x, n: x * 0 + product([0.25] * n)),
        Misconception("NN1505", "the first link alone", "How does the last sigmoid react when the first one moves?", lambda x, n: link_by_link(x, 1)),
        Misconception("NN1506", "the last link alone", "How does the first sigmoid react when x moves?", lambda x, n: slope(chain(x, n))),
        Misconception("NN1507", "every slope one link late", "Is the slope of a sigmoid taken at what goes in, or at what comes out?", lambda x, n: product(slope(a) for a in values_on_the_way(x, n + 1)[2:])),
        Misconception("NN1508", "the slopes added", "Do the factors of the chain rule add up, or multiply?", lambda x, n: sum(slope(a) for a in values_on_the_way(x, n)[1:])),
        Misconception("NN1509", "the value of the chain in place of its slope", "What is the slope far to the right?", chain),
        Misconception("NN1510", "a (1 + a) for the slope", "Where a is near 1 the sigmoid is flat. What does your factor give there?", lambda x, n: product(a * (1 + a) for a in values_on_the_way(x, n)[1:])),
        Misconception("NN1511", "the slope's formula for a used on its input", "Does a (1 - a) want the activation, or what goes into it?", lambda x, n: product(slope(z) for z in values_on_the_way(x, n - 1))),
        Misconception("NN1512", "the slope of tanh", "Of which activation is 1 - a^2 the slope?", lambda x, n: product(1 - a * a for a in values_on_the_way(x, n)[1:])),
        Misconception("NN1513", "the first slope n times over, added", "Do the factors of the chain rule add up, or multiply?", lambda x, n: n * slope(sigmoid(x))),
        Misconception("NN1514", "the last slope for every link", "Have all links the same slope?", lambda x, n: product([slope(chain(x, n))] * n)),
        Misconception("NN1515", "the values multiplied", "Of what is the chain rule a product: of values, or of slopes?", lambda x, n: product(values_on_the_way(x, n)[1:])),
        Misconception("NN1516", "the first link forgotten", "How does the first sigmoid react when x moves?", lambda x, n: x * 0 + product(slope(a) for a in values_on_the_way(x, n)[2:])),
        Misconception("NN1517", "the sign of the exponent in the sigmoid", "What does your sigmoid give at 5?", lambda x, n: falling_chain(x, n)),
    ),
)  # fmt: skip


def falling_chain(x, n):
    slopes = []
    for _ in range(n):
        x = 1 / (1 + exp(x))
        slopes.append(slope(x))
    return product(slopes)


# --- a network, layer by layer ----------------------------------------------------------------


def relu(z):
    return where(positive(z), z, 0)


ACTIVATIONS = {"sigmoid": sigmoid, "tanh": tanh, "relu": relu, "identity": lambda z: z}


def step(z):
    return where(positive(z), 1, 0)


# name -> its slope, out of what goes in and what comes out
SLOPES = {
    "sigmoid": lambda z, a: slope(a),
    "tanh": lambda z, a: 1 - a * a,
    "relu": lambda z, a: step(z),
    "identity": lambda z, a: 1,
}


def outputs(x, weights, activation):
    for W in weights:
        x = ACTIVATIONS[activation](x @ W.T)
    return x


def norm(g):
    return sqrt(total(g * g))


def gradient_norms(x, weights, activation):
    """Return a list of the Frobenius norms, first layer first, of d(sum of all outputs)/dW of every layer.

    x has shape (n, d) or (d,); weights is a list of matrices, no layer has biases, and every layer, the last one
    too, has the activation of that name: sigmoid, tanh, relu or identity.
    """
    return list(map(norm, gradient(total(outputs(x, weights, activation)), weights)))


def unit(a):
    return np.ones(a.shape, dtype=int)


def deltas_and_inputs(
    x,
    weights,
    activation,
    start=unit,
    slopes=SLOPES,
    back=lambda d, W: d @ W,
    last=True,
    hidden=True,
    activations=ACTIVATIONS,
):
    """What the recursion reaches at each layer, and what comes into that layer; with any link exchanged."""
    inputs, sums = [np.atleast_2d(x)], []
    for W in weights:
        sums.append(inputs[-1] @ W.T)
        inputs.append(activations[activation](sums[-1]))
    delta, deltas = start(inputs[-1]), []
    for layer in range(len(weights) - 1, -1, -1):
        if last if layer == len(weights) - 1 else hidden:
            delta = delta * slopes[activation](sums[layer], inputs[layer + 1])
        deltas.insert(0, delta)
        delta = back(delta, weights[layer])
    return deltas, inputs[:-1]


def gradients(x, weights, activation, **exchanged):
    deltas, inputs = deltas_and_inputs(x, weights, activation, **exchanged)
    return [d.T @ a for d, a in zip(deltas, inputs, strict=True)]


def by_recursion(x, weights, activation, measure=norm, **exchanged):
    return [measure(g) for g in gradients(x, weights, activation, **exchanged)]


def tanh_by_exp(z):
    return (exp(z) - exp(-z)) / (exp(z) + exp(-z))


def spelled_out(x, weights, activation):
    """The recursion with a tanh of exponentials, which is honest until they overflow."""
    return by_recursion(x, weights, activation, activations={**ACTIVATIONS, "tanh": tanh_by_exp})


def own_activations(own):
    return {name: own(name, formula) for name, formula in ACTIVATIONS.items()}


def own_slopes(own):
    """The student's own slopes, at what goes in."""

    def slope_of(name):
        own_slope = own(f"{name}_grad", lambda z: SLOPES[name](z, ACTIVATIONS[name](z)) + 0 * z)
        return lambda z, a: own_slope(z)

    return {name: slope_of(name) for name in SLOPES}


def measured_by(measure):
    return partial(by_recursion, measure=measure)


def largest_entry(g):
    return amax(abs(g).reshape(-1))[0]


def torch_norms(torch, x, weights, activation):
    function = {**vars(torch), "identity": lambda z: z}[activation]
    leaves = [W.detach().clone().requires_grad_() for W in weights]
    for W in leaves:
        x = function(torch.nn.functional.linear(x, W))
    return [g.norm() for g in torch.autograd.grad(x.sum(), leaves)]


DEEP_X = np.array([[0.5, -1.0, 0.25, 2.0], [-0.75, 1.5, 1.0, -0.5]])
DEEP = [
    np.array(
        [
            [0.10, -0.20, 0.30, 0.40],
            [-0.50, 0.60, 0.70, -0.80],
            [0.90, 0.15, -0.25, 0.35],
            [-0.45, 0.55, 0.65, 0.75],
            [0.85, -0.95, 0.05, -0.12],
        ]
    ),
    np.array(
        [[0.20, -0.40, 0.60, 0.80, -0.10], [0.30, 0.50, -0.70, 0.90, 0.25], [-0.35, 0.45, 0.15, -0.65, 0.55]]
    ),
    np.array([[0.7, -0.9, 1.3], [1.1, 0.4, -0.6]]),
]
SQUARE_X = np.array([[1.0, -0.5, 0.75], [-1.5, 0.25, 0.5]])
SQUARE = [
    np.array([[0.5, -0.3, 0.8], [0.2, 0.9, -0.6], [-0.7, 0.4, 1.1]]),
    np.array([[-0.2, 0.6, 0.4], [1.2, -0.5, 0.3], [0.1, 0.8, -0.9]]),
    np.array([[0.9, 0.3, -0.4], [-0.6, 0.7, 0.2], [0.5, -1.3, 0.6]]),
]
TALL_X = np.array([[0.75, -1.25], [-0.5, 0.25], [1.5, 2.0]])
TALL = [np.array([[0.6, -0.8], [1.2, 0.3], [-0.4, 0.9]]), np.array([[0.5, -0.7, 0.2], [0.4, 0.6, -1.1]])]
# 500 * DEEP_X saturates all neurons of the first layer but the third, whose gradient is not 0: what is computed by
# way of e^800 is NaN.
SATURATED = [np.array([[1.0], [1.0], [0.002], [1.0], [1.0]]) * DEEP[0], *DEEP[1:]]
LONG = [SQUARE[i % 3] for i in range(9)]
STEEP = [3 * SQUARE[i % 3] for i in range(6)]
PLAIN = [np.array([[1.0]])] * 8

GRADIENT_NORMS = Function(
    gradient_norms,
    {
        "x": reals(-2, 2, "n", "d", one_row=True),
        "weights": weights(-1, 1, "depth", "d"),
        "activation": one_of("sigmoid", "tanh", "relu", "identity"),
    },
    torch=torch_norms,
    forms=(spelled_out,),
    with_own=(
        lambda own, x, W, name: by_recursion(x, W, name, activations=own_activations(own)),
        lambda own, x, W, name: by_recursion(x, W, name, activations=own_activations(own), slopes=own_slopes(own)),
    ),
    sizes={"n": (1, 4), "d": (1, 4), "depth": (1, 4)},
    points=2.0,
    examples=(
        Example("sigmoid", DEEP_X, DEEP, "sigmoid", why="4-5-3-2 network with two samples"),
        Example("tanh", DEEP_X, DEEP, "tanh", why="4-5-3-2 network with two samples"),
        Example("relu", DEEP_X, DEEP, "relu", why="4-5-3-2 network with two samples"),
        Example("identity", DEEP_X, DEEP, "identity", why="4-5-3-2 network with two samples"),
        Example("row", DEEP_X[1], DEEP, "sigmoid", why="4-5-3-2 network with one sample"),
        Example("square", 6 * SQUARE_X, SQUARE, "tanh", why="3-3-3-3 network with two samples, some large weighted sums"),
        Example("square-relu", SQUARE_X, SQUARE, "relu", why="3-3-3-3 network with two samples"),
        Example("tall", TALL_X, TALL, "relu", why="2-3-2 network with three samples"),
        Example("tall-sigmoid", 6 * TALL_X, TALL, "sigmoid", why="2-3-2 network with three samples, some large weighted sums"),
        Example("one-layer", DEEP_X, DEEP[:1], "tanh", why="a network of one layer"),
        Example("vanishing", SQUARE_X, LONG, "sigmoid", why="nine layers of sigmoids: the first gradients vanish"),
        Example("exploding", SQUARE_X, STEEP, "identity", why="six layers of large weights: the first gradients explode"),
        Example("saturated", 500 * DEEP_X, SATURATED, "sigmoid", why="far into both tails of the sigmoid"),
        Example("saturated-tanh", 500 * DEEP_X, SATURATED, "tanh", why="far into both tails of tanh"),
    ),
    properties=(
        Property("vanishing", "eight sigmoids with weights of 1 leave the first layer at most (1/4)^8 of its input", lambda ask, x, W, name: at_least(4.0**-8, ask(x, W, name)[0]), at=(np.array([[1.0]]), PLAIN, "sigmoid")),
        Property("first-layer-first", "without activations the first layer's norm does not depend on its own weights", lambda ask, x, W, name: equal(ask(x, [2 * W[0], *W[1:]], name)[0], ask(x, W, name)[0]), at=(DEEP_X, DEEP, "identity")),
        Property("samples-add-up", "the same batch twice over has twice the norms", lambda ask, x, W, name: equal(stack(ask(np.concatenate([x, x]), W, name)), 2 * stack(ask(x, W, name))), at=(DEEP_X, DEEP, "tanh")),
        Property("scale", "without activations doubled inputs double every norm", lambda ask, x, W, name: equal(stack(ask(2 * x, W, name)), 2 * stack(ask(x, W, name))), at=(SQUARE_X, SQUARE, "identity")),
    ),
    links=(
        Link("the norm of the last layer's gradient", "-1"),
        Link("the norm one layer before the last", "-2"),
        Link("the norm two layers before the last", "-3"),
        Link("the norm three layers before the last", "-4"),
    ),
    misconceptions=(
        Misconception("NN1521", "the last layer first", "The recursion starts at the last layer. Where does your list start?", lambda x, W, name: by_recursion(x, W, name)[::-1]),
        Misconception("NN1522", "the squares of the norms", "What stands around the sum of squares in a norm?", measured_by(lambda g: total(g * g))),
        Misconception("NN1523", "the largest entry in place of the norm", "How many entries of a gradient enter its Frobenius norm?", measured_by(largest_entry)),
        Misconception("NN1524", "the mean of the absolute entries", "What does a Frobenius norm do with each entry?", measured_by(lambda g: total(abs(g)) / g.size)),
        Misconception("NN1525", "the sum of the absolute entries", "What does a Frobenius norm do with each entry?", measured_by(lambda g: total(abs(g)))),
        Misconception("NN1526", "the root of the mean square", "Does a Frobenius norm add the squares, or average them?", measured_by(lambda g: sqrt(total(g * g) / g.size))),
        Misconception("NN1527", "the sum of the entries", "Can gradients of opposite sign cancel in a norm?", measured_by(lambda g: total(g))),
        Misconception("NN1528", "the norms of the deltas", "How many numbers has the gradient of a matrix?", lambda x, W, name: [norm(d) for d in deltas_and_inputs(x, W, name)[0]]),
        Misconception("NN1529", "the norms of the weights", "Is the norm of a matrix asked for, or that of its gradient?", lambda x, W, name: [norm(each) for each in W]),
        Misconception("NN1530", "no activation on the last layer", "Which layers have an activation here?", partial(by_recursion, last=False)),
        Misconception("NN1531", "the mean of the outputs in place of their sum", "How does one output enter the sum: with weight 1, or less?", partial(by_recursion, start=lambda a: unit(a) / np.array(a.size, dtype=object)), convention=True),
        Misconception("NN1532", "averaged over the samples", "Do the samples add up here, or average?", partial(by_recursion, start=lambda a: unit(a) / np.array(a.shape[0], dtype=object)), convention=True),
        Misconception("NN1533", "the slope taken at what comes out", "Your slope applies the activation to its argument. Is that argument z or a?", partial(by_recursion, slopes={**SLOPES, "sigmoid": lambda z, a: slope(sigmoid(a)), "tanh": lambda z, a: 1 - tanh(a) ** 2})),
        Misconception("NN1534", "the slope of ReLU is 1 everywhere", "How does ReLU react to a change of a negative input?", partial(by_recursion, slopes={**SLOPES, "relu": lambda z, a: 1})),
        Misconception("NN1535", "no slopes at all", "Which factor belongs to the step from a back to z?", partial(by_recursion, last=False, hidden=False)),
        Misconception("NN1536", "no slopes in the hidden layers", "Which factor belongs to the step from a hidden a back to its z?", partial(by_recursion, hidden=False)),
        Misconception("NN1537", "half the sum of squares in place of the sum", "What is differentiated here: a loss, or the plain sum of the outputs?", partial(by_recursion, start=lambda a: a)),
        Misconception("NN1538", "one norm for all layers together", "How many layers are there, and how many numbers?", lambda x, W, name: sqrt(sum(total(g * g) for g in gradients(x, W, name)))),
        Misconception("NN1539", "transposed weights on the way back", "Which entries of W connect one input of a layer with its outputs: a row or a column?", partial(by_recursion, back=lambda d, W: d @ W.T)),
        Misconception("NN1540", "the slope of the sigmoid for every activation", "Whose slope is a (1 - a)?", partial(by_recursion, slopes=dict.fromkeys(SLOPES, lambda z, a: slope(a)))),
        Misconception("NN1541", "the logarithms of the norms", "Is a plot's scale part of the number?", measured_by(lambda g: log(total(g * g)) / 2 / log(10))),
        Misconception("NN1542", "relative to the norm of the weights", "Is the norm asked for, or its share of the weights' norm?", lambda x, W, name: [norm(g) / norm(each) for g, each in zip(gradients(x, W, name), W, strict=True)]),
        Misconception("NN1543", "the first sample alone", "Does your norm change when the second sample changes?", lambda x, W, name: by_recursion(np.atleast_2d(x)[0], W, name)),
        Misconception("NN1544", "tanh's slope without the square", "What is the slope of tanh where it is -1?", partial(by_recursion, slopes={**SLOPES, "tanh": lambda z, a: 1 - a})),
        Misconception("NN1545", "each layer's slope taken one layer too early", "Which z belongs to the weights that the delta has just passed?", lambda x, W, name: early_slopes(x, W, name)),
        Misconception("NN1546", "the last layer alone", "How many layers are there, and how many numbers?", lambda x, W, name: by_recursion(x, W, name)[-1:]),
        Misconception("NN1547", "the first layer alone", "How many layers are there, and how many numbers?", lambda x, W, name: by_recursion(x, W, name)[:1]),
    ),
)  # fmt: skip


def early_slopes(x, weights, activation):
    """The delta is multiplied by the slope before it goes back, and stored only then, without it."""
    inputs, sums = [np.atleast_2d(x)], []
    for W in weights:
        sums.append(inputs[-1] @ W.T)
        inputs.append(ACTIVATIONS[activation](sums[-1]))
    delta, found = unit(inputs[-1]), []
    for layer in range(len(weights) - 1, -1, -1):
        found.insert(0, norm(delta.T @ inputs[layer]))
        delta = (delta * SLOPES[activation](sums[layer], inputs[layer + 1])) @ weights[layer]
    return found


EXERCISE = Exercise(
    "gradient_flow", "Vanishing and exploding gradients", (SIGMOID_CHAIN_GRAD, GRADIENT_NORMS)
)
