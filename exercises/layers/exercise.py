"""A fully connected layer, a network of such layers, and how many parameters it has.

Weights are (out, in), samples lie in rows, and a layer is a pair (W, b).
"""

from functools import partial

import numpy as np

from nncheck.spec import (
    PI,
    Example,
    Exercise,
    Function,
    Misconception,
    Property,
    amax,
    equal,
    erf,
    exp,
    log,
    maximum,
    positive,
    reals,
    sqrt,
    tanh,
    total,
    weights,
    where,
    words,
)

# --- worked networks --------------------------------------------------------------------------

NOTES_A = "the 3-3-2-2 network of notes A"
# Three inputs, three and two hidden neurons, two outputs; all biases 0, as the notes start them.
NOTES_X = np.array(
    [[0.5, -1.0, 1.5], [1.0, 0.25, -0.75], [-1.25, 0.5, 2.0], [0.75, 1.5, -0.5], [-0.5, -2.0, 1.0]]
)
NOTES = [
    (np.array([[0.6, -0.3, 0.9], [-0.8, 0.5, 0.2], [0.4, 0.7, -0.6]]), np.zeros(3)),
    (np.array([[1.1, -0.7, 0.5], [-0.4, 0.9, 0.8]]), np.zeros(2)),
    (np.array([[0.8, -1.2], [-0.5, 0.7]]), np.zeros(2)),
]
NOTES_ACTIVATIONS = ["sigmoid", "relu", "softmax"]

# No two sizes alike, both signs, two samples: what a square matrix or a single row would hide.
DEEP_X = np.array([[0.5, -1.0, 0.25, 2.0], [-0.75, 1.5, 1.0, -0.5]])
DEEP = [
    (
        np.array(
            [
                [0.10, -0.20, 0.30, 0.40],
                [-0.50, 0.60, 0.70, -0.80],
                [0.90, 0.15, -0.25, 0.35],
                [-0.45, 0.55, 0.65, 0.75],
                [0.85, -0.95, 0.05, -0.12],
            ]
        ),
        np.array([0.1, -0.2, 0.3, -0.4, 0.5]),
    ),
    (
        np.array(
            [
                [0.20, -0.40, 0.60, 0.80, -0.10],
                [0.30, 0.50, -0.70, 0.90, 0.25],
                [-0.35, 0.45, 0.15, -0.65, 0.55],
            ]
        ),
        np.array([-0.15, 0.25, 0.35]),
    ),
    (np.array([[0.7, -0.9, 1.3], [-1.1, 0.4, 0.6]]), np.array([0.45, -0.55])),
]
SQUARE_X = np.array([[1.0, -0.5, 0.75], [-1.5, 0.25, 0.5]])
SQUARE = [
    (np.array([[0.5, -0.3, 0.8], [0.2, 0.9, -0.6], [-0.7, 0.4, 1.1]]), np.array([0.3, -0.4, 0.2])),
    (np.array([[-0.2, 0.6, 0.4], [1.2, -0.5, 0.3], [0.1, 0.8, -0.9]]), np.array([-0.1, 0.5, -0.6])),
    (np.array([[0.9, 0.3, -0.4], [-0.6, 0.7, 0.2], [0.5, -1.3, 0.6]]), np.array([0.25, -0.35, 0.15])),
]
SEVEN = [SQUARE[i % 3] for i in range(7)]
SIZES = {"n": (1, 4), "d": (1, 4), "depth": (1, 4)}
X = reals(-2, 2, "n", "d", one_row=True)

# --- one layer --------------------------------------------------------------------------------


def linear(x, W, b):
    """Return x W^T + b for x of shape (n, d) or (d,), weights W of shape (o, d) and biases b of shape (o,)."""
    return x @ W.T + b


def bias_first(x, W, b):
    """As a loop does it that starts at the bias."""
    z = b
    for i in range(W.shape[1]):
        z = z + x[..., i : i + 1] * W[:, i]
    return z


def logistic(z):
    return 1 / (1 + exp(-z))


def rows_alone(ask, x, *others):
    batch = np.stack([np.atleast_2d(x)[0], np.atleast_2d(x)[-1] / 2 - 1])
    return equal(ask(batch, *others)[1], ask(batch[1], *others))


ROWS_INDEPENDENT = Property(
    "rows-independent", "each row of a batch gets the answer that it gets alone", rows_alone
)

LINEAR = Function(
    linear,
    {"x": X, "W": reals(-2, 2, "o", "d"), "b": reals(-2, 2, "o")},
    torch=lambda torch, x, W, b: torch.nn.functional.linear(x, W, b),
    forms=(bias_first,),
    sizes={**SIZES, "o": (2, 5)},
    examples=(
        Example("batch", DEEP_X, *DEEP[0], why="two samples, four inputs, five neurons"),
        Example("row", DEEP_X[0], *DEEP[0], why="a single sample"),
        Example("square", SQUARE_X, *SQUARE[0], why="as many neurons as inputs"),
        Example("square-row", SQUARE_X[1], *SQUARE[1], why="one sample, as many neurons as inputs"),
        Example("square-batch", NOTES_X, *SQUARE[2], why="five samples, as many neurons as inputs"),
        Example("one-neuron", NOTES_X, np.array([[0.5, -1.5, 0.25]]), np.array([0.75]), why="a layer of one neuron"),
        Example("one-input", np.array([[1.5], [-0.5]]), np.array([[2.0], [-1.0], [0.5]]), np.array([0.1, -0.2, 0.3]), why="a single input"),
        Example("no-rows", np.zeros((0, 4)), *DEEP[0], why="a batch of no rows"),
    ),
    properties=(
        ROWS_INDEPENDENT,
        Property("straight", "equal steps of x give equal steps of the answer", lambda ask, x, W, b: equal(ask(2 * x, W, b) - ask(x, W, b), ask(x, W, b) - ask(0 * x, W, b))),
        Property("zero-input", "inputs of 0 leave the biases", lambda ask, x, W, b: equal(ask(0 * x, W, b), np.broadcast_to(b, (*x.shape[:-1], len(b))))),
    ),
    misconceptions=(
        Misconception("NN1101", "weights stored as (in, out)", "Row i of W belongs to which of the two: neuron i, or input i?", lambda x, W, b: x @ W + b, convention=True),
        Misconception("NN1102", "the bias forgotten", "What should come out when every input is 0?", lambda x, W, b: x @ W.T),
        Misconception("NN1103", "the bias subtracted", "What should come out when every input is 0?", lambda x, W, b: x @ W.T - b),
        Misconception("NN1104", "the bias added to the input", "Does the bias meet the inputs, or their weighted sum?", lambda x, W, b: (x + b) @ W.T),
        Misconception("NN1105", "the biases added up", "Every neuron has a bias of its own. How many numbers do you add to each output?", lambda x, W, b: x @ W.T + total(b)),
        Misconception("NN1106", "the bias once for every input", "Is the bias added inside the sum over the inputs, or after it?", lambda x, W, b: x @ W.T + W.shape[1] * b),
        Misconception("NN1107", "the first bias for every neuron", "Every neuron has a bias of its own. Which one do you add?", lambda x, W, b: x @ W.T + b[0]),
        Misconception("NN1108", "samples in columns", "Which axis of the answer counts the samples?", lambda x, W, b: (x @ W.T + b).T, convention=True),
        Misconception("NN1109", "a sigmoid after the sum", "Is the weighted sum asked for, or the activation?", lambda x, W, b: logistic(x @ W.T + b)),
        Misconception("NN1110", "a ReLU after the sum", "Can the answers of a linear layer be negative?", lambda x, W, b: where(positive(x @ W.T + b), x @ W.T + b, 0)),
        Misconception("NN1111", "the mean in place of the sum", "Does a neuron add its weighted inputs, or average them?", lambda x, W, b: x @ W.T / W.shape[1] + b),
        Misconception("NN1112", "the bias multiplied", "Is the bias a summand or a factor?", lambda x, W, b: (x @ W.T) * b),
        Misconception("NN1113", "the bias of the layer averaged", "Every neuron has a bias of its own. Does your code know which?", lambda x, W, b: x @ W.T + total(b) / len(b)),
    ),
)  # fmt: skip

# --- several layers ---------------------------------------------------------------------------


def identity(z):
    return z


def relu(z):
    return where(positive(z), z, 0)


def leaky_relu(z, slope=0.01):
    return where(positive(z), z, slope * z)


def gelu(z):
    return z * (1 + erf(z / sqrt(2))) / 2


def softmax(z):
    shifted = exp(z - amax(z))
    return shifted / total(shifted, axis=-1)


def plain_softmax(z):
    return exp(z) / total(exp(z), axis=-1)


ACTIVATIONS = {
    "identity": identity,
    "sigmoid": logistic,
    "tanh": tanh,
    "relu": relu,
    "leaky_relu": leaky_relu,
    "gelu": gelu,
    "softmax": softmax,
}
OTHER_FORMS = {
    **ACTIVATIONS,
    "sigmoid": lambda z: exp(z) / (1 + exp(z)),
    "tanh": lambda z: (exp(z) - exp(-z)) / (exp(z) + exp(-z)),
    "relu": lambda z: maximum(0, z),
    "leaky_relu": lambda z: maximum(0.01 * z, z),
    "gelu": lambda z: 0.5 * z * (1 + erf(z * (1 / sqrt(2)))),
    "softmax": plain_softmax,
}
# what people write under these names
NAMESAKES = {
    "coarse": {"leaky_relu": partial(leaky_relu, slope=0.1)},
    "coarser": {"leaky_relu": partial(leaky_relu, slope=0.2)},
    "not leaky": {"leaky_relu": relu},
    "leaky": {"relu": leaky_relu},
    "gelu by tanh": {"gelu": lambda z: z * (1 + tanh(sqrt(2 / PI) * (z + 0.044715 * z**3))) / 2},
    "gelu by sigmoid": {"gelu": lambda z: z * logistic(1.702 * z)},
    "silu": {"gelu": lambda z: z * logistic(z)},
    "sigmoid for softmax": {"softmax": logistic},
    "no softmax": {"softmax": identity},
    "log softmax": {"softmax": lambda z: log(softmax(z))},
    "columns": {"softmax": lambda z: exp(z) / total(exp(z), axis=0)},
    "whole array": {"softmax": lambda z: exp(z) / total(exp(z))},
    "twice": {"softmax": lambda z: softmax(softmax(z))},
    "no exponential": {"softmax": lambda z: z / total(z, axis=-1)},
    "tanh as sigmoid": {"tanh": logistic},
    "falling": {"sigmoid": lambda z: 1 / (1 + exp(z))},
    "absolute": {"relu": abs},
}


def mlp_forward(x, layers, activations):
    """Return the output of the network with input x, shape (n, d) or (d,).

    layers is a list of pairs (W, b); activations has one name for each layer, out of identity, sigmoid, tanh,
    relu, leaky_relu (slope 0.01), gelu (with erf) and softmax (over each row).
    """
    return network(x, layers, activations)


def network(x, layers, activations, affine=linear, functions=ACTIVATIONS):
    """The forward pass with a part exchanged."""
    for (W, b), name in zip(layers, activations, strict=True):
        x = functions[name](affine(x, W, b))
    return x


def own_network(own, x, layers, activations):
    """The forward pass with the student's own linear and activations, of those that there are."""
    functions = {name: own(name, formula) for name, formula in ACTIVATIONS.items()}
    return network(x, layers, activations, affine=own("linear", linear), functions=functions)


def activated_first(x, layers, activations):
    for (W, b), name in zip(layers, activations, strict=True):
        x = linear(ACTIVATIONS[name](x), W, b)
    return x


def always(name):
    return lambda x, layers, names: network(x, layers, [name] * len(layers))


def bias_after_activation(x, layers, activations):
    for (W, b), name in zip(layers, activations, strict=True):
        x = ACTIVATIONS[name](x @ W.T) + b
    return x


def known_as(key):
    """The network with some activations exchanged for what people take for them."""
    return partial(network, functions={**ACTIVATIONS, **NAMESAKES[key]})


def through(affine):
    return partial(network, affine=affine)


def torch_forward(torch, x, layers, activations):
    functions = {
        "identity": lambda z: z,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "relu": torch.relu,
        "leaky_relu": torch.nn.functional.leaky_relu,
        "gelu": torch.nn.functional.gelu,
        "softmax": lambda z: torch.softmax(z, -1),
    }
    for (W, b), name in zip(layers, activations, strict=True):
        x = functions[name](torch.nn.functional.linear(x, W, b))
    return x


MLP_FORWARD = Function(
    mlp_forward,
    {
        "x": X,
        "layers": weights(-1, 1, "depth", "d", biases=True),
        "activations": words("depth", *ACTIVATIONS),
    },
    torch=torch_forward,
    forms=(partial(network, functions=OTHER_FORMS), partial(network, affine=bias_first)),
    with_own=(own_network,),
    sizes=SIZES,
    points=2.0,
    examples=(
        Example("notes", NOTES_X, NOTES, NOTES_ACTIVATIONS, worked=NOTES_A),
        Example("deep", DEEP_X, DEEP, ["tanh", "leaky_relu", "gelu"], why="4-5-3-2 network with two samples"),
        Example("deep-row", DEEP_X[0], DEEP, ["leaky_relu", "gelu", "tanh"], why="4-5-3-2 network with one sample"),
        Example("head", DEEP_X, DEEP, ["relu", "tanh", "softmax"], why="4-5-3-2 network with probabilities at the end"),
        Example("bottleneck", DEEP_X, DEEP, ["gelu", "softmax", "identity"], why="4-5-3-2 network with a softmax inside"),
        Example("square", SQUARE_X, SQUARE, ["sigmoid", "relu", "softmax"], why="3-3-3-3 network with two samples"),
        Example("square-row", SQUARE_X[0], SQUARE, ["tanh", "identity", "sigmoid"], why="3-3-3-3 network with one sample"),
        Example("square-batch", NOTES_X, SQUARE, ["leaky_relu", "sigmoid", "gelu"], why="3-3-3-3 network with five samples"),
        Example("straight", DEEP_X, DEEP, ["identity", "identity", "identity"], why="layers without any activation"),
        Example("one-layer", DEEP_X, DEEP[:1], ["softmax"], why="a network of one layer"),
        Example("seven", SQUARE_X, SEVEN, list(ACTIVATIONS), why="seven layers, each activation once"),
        Example("no-rows", np.zeros((0, 4)), DEEP, ["tanh", "relu", "softmax"], why="a batch of no rows"),
        Example("saturated", 800 * DEEP_X, DEEP[:1], ["softmax"], why="scores far apart"),
        Example("saturated-sigmoid", 2000 * DEEP_X, DEEP, ["sigmoid", "tanh", "sigmoid"], why="far into both tails of the sigmoid"),
    ),
    properties=(
        ROWS_INDEPENDENT,
        Property("sums-to-one", "with a softmax at the end every row sums to 1", lambda ask, x, layers, names: equal(ask(x, layers, [*names[:-1], "softmax"]).sum(-1), 1.0)),
        Property("one-linear-layer", "a single layer without activation is your own linear", lambda ask, x, layers, names: equal(ask(x, layers[:1], ["identity"]), ask.linear(x, *layers[0])), needs=("linear",)),
        Property("rectified", "with a ReLU at the end nothing is negative", lambda ask, x, layers, names: equal(ask(x, layers, [*names[:-1], "relu"]), np.maximum(ask(x, layers, [*names[:-1], "relu"]).value, 0))),
    ),
    misconceptions=(
        Misconception("NN1121", "weights stored as (in, out)", "Row i of W belongs to which of the two: neuron i, or input i?", through(lambda x, W, b: x @ W + b), convention=True),
        Misconception("NN1122", "the biases forgotten", "What does a layer give when every input is 0?", through(lambda x, W, b: x @ W.T)),
        Misconception("NN1123", "the biases subtracted", "Is a bias added or subtracted?", through(lambda x, W, b: x @ W.T - b)),
        Misconception("NN1124", "the biases added after the activation", "Which comes first in a neuron: the bias, or the activation?", bias_after_activation),
        Misconception("NN1125", "the biases of a layer added up", "Every neuron has a bias of its own. How many numbers do you add to each sum?", through(lambda x, W, b: x @ W.T + total(b))),
        Misconception("NN1126", "no activation on the last layer", "The list has a name for each layer. What becomes of the last one?", lambda x, layers, names: network(x, layers, [*names[:-1], "identity"])),
        Misconception("NN1127", "no activation anywhere", "What makes several layers more than one linear map?", lambda x, layers, names: network(x, layers, ["identity"] * len(layers))),
        Misconception("NN1128", "the activation on the last layer alone", "The list has a name for each layer. What becomes of the first one?", lambda x, layers, names: network(x, layers, [*["identity"] * (len(layers) - 1), names[-1]])),
        Misconception("NN1129", "the first activation everywhere", "Which layer does each name belong to?", lambda x, layers, names: network(x, layers, [names[0]] * len(layers))),
        Misconception("NN1130", "the last activation everywhere", "Which layer does each name belong to?", lambda x, layers, names: network(x, layers, [names[-1]] * len(layers))),
        Misconception("NN1131", "each activation before its layer", "Does a layer activate what comes in, or what goes out?", activated_first),
        Misconception("NN1132", "each activation one layer late", "To which layer does the first name of the list belong?", lambda x, layers, names: network(x, layers, ["identity", *names[:-1]])),
        Misconception("NN1133", "each activation one layer early", "To which layer does the first name of the list belong?", lambda x, layers, names: network(x, layers, [*names[1:], names[0]])),
        Misconception("NN1134", "the activations in reverse order", "Which end of the list is the input's?", lambda x, layers, names: network(x, layers, names[::-1])),
        Misconception("NN1135", "the layers in reverse order", "Which end of the list is the input's?", lambda x, layers, names: network(x, layers[::-1], names[::-1])),
        Misconception("NN1136", "the weights in reverse order", "Which end of the list is the input's?", lambda x, layers, names: network(x, layers[::-1], names)),
        Misconception("NN1137", "the last layer left out", "How many layers does your loop visit?", lambda x, layers, names: network(x, layers[:-1], names[:-1])),
        Misconception("NN1138", "the first layer used again and again", "Which W does the second layer use?", lambda x, layers, names: network(x, [layers[0]] * len(layers), names)),
        Misconception("NN1139", "every layer fed with the input itself", "What comes into the second layer?", lambda x, layers, names: network(x, layers[-1:], names[-1:])),
        Misconception("NN1140", "softmax over the columns", "Which numbers should sum to 1: those of one sample, or those of one class?", known_as("columns")),
        Misconception("NN1141", "softmax over the whole array", "To how much does each row of a batch sum?", known_as("whole array")),
        Misconception("NN1142", "softmax twice", "How often does the last layer exponentiate?", known_as("twice")),
        Misconception("NN1143", "no softmax at all", "To how much does each row sum?", known_as("no softmax")),
        Misconception("NN1144", "sigmoid in place of softmax", "To how much does each row sum?", known_as("sigmoid for softmax")),
        Misconception("NN1145", "the logarithm of softmax", "Can a probability be negative?", known_as("log softmax")),
        Misconception("NN1146", "softmax without the exponential", "Can a negative score make a probability?", known_as("no exponential")),
        Misconception("NN1147", "slope 0.1 in Leaky ReLU", "How flat is Leaky ReLU on the left?", known_as("coarse")),
        Misconception("NN1148", "slope 0.2 in Leaky ReLU", "How flat is Leaky ReLU on the left?", known_as("coarser")),
        Misconception("NN1149", "ReLU in place of Leaky ReLU", "What does Leaky ReLU give at -1?", known_as("not leaky")),
        Misconception("NN1150", "Leaky ReLU in place of ReLU", "What does ReLU give at -1?", known_as("leaky")),
        Misconception("NN1151", "GELU by its tanh approximation", "Which GELU is asked for: the exact one, or the approximation?", known_as("gelu by tanh"), convention=True),
        Misconception("NN1152", "GELU by the sigmoid of 1.702 x", "Which GELU is asked for: the exact one, or the approximation?", known_as("gelu by sigmoid"), convention=True),
        Misconception("NN1153", "SiLU in place of GELU", "By what does GELU multiply its input?", known_as("silu")),
        Misconception("NN1154", "the sigmoid in place of tanh", "Can tanh be negative?", known_as("tanh as sigmoid")),
        Misconception("NN1155", "the sign of the exponent in the sigmoid", "What does your sigmoid give at 5?", known_as("falling")),
        Misconception("NN1156", "the absolute value in place of ReLU", "What does ReLU give at -1?", known_as("absolute")),
        Misconception("NN1157", "the first sample alone", "How many rows come in, and how many go out?", lambda x, layers, names: network(np.atleast_2d(x)[0], layers, names)),
        Misconception("NN1159", "the same activation in every layer, whatever the list says", "Where does your code look at the list of names?", always("relu"), alike=(always("sigmoid"), always("tanh"))),
        Misconception("NN1158", "samples in columns", "Which axis of the answer counts the samples?", lambda x, layers, names: network(x, layers, names).T, convention=True),
    ),
    unstable=(
        Misconception("NN1191", "e to the power of a large score", "What are e^1000 and inf / inf? Does softmax change when all scores of a row change by the same number?", partial(network, functions={**ACTIVATIONS, "softmax": plain_softmax})),
    ),
)  # fmt: skip

# --- counting ---------------------------------------------------------------------------------


def count_parameters(layers):
    """Return the number of all weights and biases of a network, layers being a list of pairs (W, b)."""
    return sum(W.size + b.size for W, b in layers)


def fans(layers):
    """Inputs and outputs of each layer."""
    return [(W.shape[1], W.shape[0]) for W, _ in layers]


COUNT_PARAMETERS = Function(
    count_parameters,
    {"layers": weights(-1, 1, "depth", "d", biases=True)},
    torch=lambda torch, layers: sum(each.numel() for pair in layers for each in pair),
    counts=True,
    sizes=SIZES,
    examples=(
        Example("notes", NOTES, worked=NOTES_A),
        Example("deep", DEEP, why="4-5-3-2 network"),
        Example("square", SQUARE, why="3-3-3-3 network"),
        Example("one-layer", DEEP[:1], why="a network of one layer"),
        Example("one-neuron", [(np.array([[0.5, -1.5, 0.25]]), np.array([0.75]))], why="a single neuron"),
        Example("seven", SEVEN, why="seven layers"),
    ),
    properties=(
        Property("adds-up", "a list of layers twice over has twice as many parameters", lambda ask, layers: equal(ask(layers + layers), 2 * ask(layers))),
        Property("by-layers", "one more layer adds as many parameters as it has by itself", lambda ask, layers: equal(ask(layers + layers[:1]) - ask(layers), ask(layers[:1]))),
    ),
    misconceptions=(
        Misconception("NN1161", "the biases not counted", "Which numbers beside the weights does training change?", lambda layers: sum(W.size for W, _ in layers)),
        Misconception("NN1162", "neurons in place of parameters", "How many weights lead to a single neuron?", lambda layers: sum(o for _, o in fans(layers))),
        Misconception("NN1163", "the number of layers", "How many numbers does a single layer hold?", lambda layers: len(layers)),
        Misconception("NN1164", "the number of arrays", "How many numbers does a single array hold?", lambda layers: 2 * len(layers)),
        Misconception("NN1165", "the first layer alone", "How many layers does your loop visit?", lambda layers: count_parameters(layers[:1])),
        Misconception("NN1166", "the last layer alone", "What does your loop do with the count of the layer before?", lambda layers: count_parameters(layers[-1:])),
        Misconception("NN1167", "one bias for each layer", "How many biases does a layer of three neurons have?", lambda layers: sum(W.size + 1 for W, _ in layers)),
        Misconception("NN1168", "a bias for each input", "Do biases belong to what comes into a layer, or to its neurons?", lambda layers: sum(W.size + d for W, (d, _) in zip([W for W, _ in layers], fans(layers), strict=True))),
        Misconception("NN1169", "rows in place of entries", "What does len() of a matrix count?", lambda layers: sum(2 * o for _, o in fans(layers))),
        Misconception("NN1170", "rows and columns added", "A layer joins every input with every neuron. How many pairs are that?", lambda layers: sum(d + o for d, o in fans(layers))),
        Misconception("NN1171", "rows, columns and biases added", "A layer joins every input with every neuron. How many pairs are that?", lambda layers: sum(d + 2 * o for d, o in fans(layers))),
        Misconception("NN1172", "the biases counted twice", "How often does your sum meet each bias?", lambda layers: sum(W.size + 2 * b.size for W, b in layers)),
        Misconception("NN1173", "neurons and inputs in place of parameters", "Are parameters the neurons, or what lies between them?", lambda layers: fans(layers)[0][0] + sum(o for _, o in fans(layers))),
        Misconception("NN1174", "the last layer not counted", "How many layers does your loop visit?", lambda layers: count_parameters(layers[:-1])),
        Misconception("NN1175", "only the largest layer", "Does your loop add, or keep the largest?", lambda layers: max(W.size + b.size for W, b in layers)),
        Misconception("NN1176", "one bias for the whole network", "How many biases does a layer of three neurons have?", lambda layers: sum(W.size for W, _ in layers) + 1),
        Misconception("NN1177", "weights and biases multiplied", "Do the numbers of weights and of biases add up, or multiply?", lambda layers: sum(W.size * b.size for W, b in layers)),
        Misconception("NN1178", "neurons times neurons", "What does len() of a matrix count, and what len() of the bias?", lambda layers: sum(o * o for _, o in fans(layers))),
    ),
)  # fmt: skip

EXERCISE = Exercise("layers", "Fully connected layers", (LINEAR, MLP_FORWARD, COUNT_PARAMETERS))
