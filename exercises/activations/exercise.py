"""Activation functions and their derivatives, elementwise."""

from math import inf

import numpy as np

from nncheck.spec import (
    PI,
    Example,
    Exercise,
    Function,
    Misconception,
    derivative,
    erf,
    even,
    exp,
    homogeneous,
    idempotent,
    increasing,
    log,
    maximum,
    odd,
    one_of,
    positive,
    reals,
    scale_free,
    slope_in,
    slope_of,
    sqrt,
    symmetric,
    where,
    within,
)
from nncheck.spec import tanh as library_tanh

X = {"x": reals(-20, 20)}
FINITE: tuple[float, ...] = ()  # of ReLU and its relatives: the usual x * (x > 0) has no value at -inf

# --- sigmoid ----------------------------------------------------------------------------------


def sigmoid(x):
    """Squash each number into (0, 1): 1 / (1 + e^-x)."""
    return 1 / (1 + exp(-x))


SIGMOID = Function(
    sigmoid,
    X,
    torch=lambda torch, x: torch.sigmoid(x),
    forms=(lambda x: exp(x) / (1 + exp(x)), lambda x: (1 + library_tanh(x / 2)) / 2),
    value_range=(0, 1),
    properties=(within(0, 1), increasing(), symmetric("sigmoid(-x) = 1 - sigmoid(x)", lambda y, x: 1 - y)),
    misconceptions=(
        Misconception("NN101", "the sign of the exponent", "What does your function give at x = 5? Should a large input come out near 1 or near 0?", lambda x: 1 / (1 + exp(x))),
        Misconception("NN102", "the sigmoid of |x|", "How do your answers at x = 2 and at x = -2 compare, and how should they?", lambda x: 1 / (1 + exp(-abs(x)))),
        Misconception("NN103", "division before addition", "Which operation does Python do first in 1 / 1 + e? A sigmoid stays below 1; does yours?", lambda x: 1 + exp(-x)),
        Misconception("NN104", "tanh in place of the sigmoid", "At x = 0 a sigmoid is halfway between 0 and 1. Where is yours?", lambda x: (exp(x) - exp(-x)) / (exp(x) + exp(-x))),
        Misconception("NN105", "tanh(x/2) in place of the sigmoid", "Which interval do your answers fill: (0, 1) or (-1, 1)?", lambda x: (1 - exp(-x)) / (1 + exp(-x))),
        Misconception("NN106", "the derivative in place of the function", "Your answers fall again for large x. Which of the two functions rises all the way?", lambda x: sigmoid(x) * (1 - sigmoid(x))),
        Misconception("NN107", "a minus in the denominator", "What happens to your denominator at x = 0?", lambda x: 1 / (1 - exp(-x))),
        Misconception("NN108", "a truncated value of e", "How many digits of e does your code know? The standard library knows sixteen.", lambda x: 1 / (1 + exp(-x * 0.999999327347282))),
    ),
    unstable=(
        Misconception("NN191", "e^x / (1 + e^x) at large x", "What are e^1000 and e^1000 / e^1000 in floating point? For which sign of x is the exponential harmless?", lambda x: exp(x) / (1 + exp(x))),
    ),
)  # fmt: skip

SIGMOID_GRAD = derivative(
    SIGMOID,
    "The slope of the sigmoid at each x (x is the input, not the sigmoid's output).",
    forms=(lambda x: sigmoid(x) * (1 - sigmoid(x)), lambda x: exp(-x) / (1 + exp(-x)) ** 2),
    with_own=(
        lambda own, x: own.sigmoid(x) * (1 - own.sigmoid(x)),
        lambda own, x: own.sigmoid(x) * own.sigmoid(-x),
    ),
    value_range=(0, 0.25),
    properties=(within(0, 0.25), even(), slope_of("sigmoid")),
    misconceptions=(
        Misconception("NN111", "x taken for the sigmoid's output", "a (1 - a) wants the activation a. What is your x: what goes into the sigmoid, or what comes out?", lambda x: x * (1 - x), convention=True),
        Misconception("NN112", "the sigmoid applied twice", "Your slopes never leave 0.19 to 0.25. How often is the sigmoid applied before the slope is taken?", lambda x: sigmoid(sigmoid(x)) * (1 - sigmoid(sigmoid(x)))),
        Misconception("NN113", "f (1 + f)", "A flat curve has slope 0. What does your formula give at x = 20?", lambda x: sigmoid(x) * (1 + sigmoid(x))),
        Misconception("NN114", "the function in place of its slope", "At x = 20 the curve is flat. What does your function say there?", sigmoid),
        Misconception("NN115", "1 - f in place of f (1 - f)", "What does your formula give at x = -20, where the curve is flat? Is a factor, or a square, missing?", lambda x: 1 - sigmoid(x)),
        Misconception("NN116", "the slope of tanh", "At x = 0 the sigmoid's slope is a quarter. What is yours, and of which curve is that the slope?", lambda x: 1 - sigmoid(x) ** 2),
        Misconception("NN118", "the sign of the slope", "Does the sigmoid rise or fall?", lambda x: -sigmoid(x) * (1 - sigmoid(x))),
    ),
    unstable=(
        Misconception("NN192", "e^-x / (1 + e^-x)^2 at large -x", "What is e^1000 squared in floating point, and inf / inf? Can the slope be written with the sigmoid alone?", lambda x: exp(-x) / (1 + exp(-x)) ** 2),
    ),
)  # fmt: skip

# --- tanh -------------------------------------------------------------------------------------


def tanh(x):
    """Squash each number into (-1, 1): (e^x - e^-x) / (e^x + e^-x)."""
    return (exp(x) - exp(-x)) / (exp(x) + exp(-x))


TANH = Function(
    tanh,
    X,
    torch=lambda torch, x: torch.tanh(x),
    forms=(lambda x: (exp(2 * x) - 1) / (exp(2 * x) + 1), lambda x: 2 / (1 + exp(-2 * x)) - 1, library_tanh),
    with_own=(lambda own, x: 2 * own.sigmoid(2 * x) - 1,),
    value_range=(-1, 1),
    properties=(within(-1, 1), increasing(), odd()),
    misconceptions=(
        Misconception("NN121", "tanh(x/2)", "At x = 1 tanh is 0.76. Look at the exponents: how fast should they grow?", lambda x: (1 - exp(-x)) / (1 + exp(-x))),
        Misconception("NN122", "the sigmoid in place of tanh", "tanh is odd: what must it give at x = 0?", lambda x: 1 / (1 + exp(-x))),
        Misconception("NN123", "numerator and denominator exchanged", "Does your function stay between -1 and 1?", lambda x: (exp(x) + exp(-x)) / (exp(x) - exp(-x))),
        Misconception("NN124", "the sign of tanh", "Should a positive input give a positive answer?", lambda x: (exp(-x) - exp(x)) / (exp(x) + exp(-x))),
        Misconception("NN125", "sinh in place of tanh", "By what is e^x - e^-x divided so that the result stays below 1?", lambda x: (exp(x) - exp(-x)) / 2),
    ),
    unstable=(
        Misconception("NN193", "exponentials of both signs", "What is inf / inf? Which of e^x and e^-x is harmless for a large positive x?", tanh),
        Misconception("NN194", "e^2x at large x", "What is e^2000 in floating point? For which sign of the exponent can nothing overflow?", lambda x: (exp(2 * x) - 1) / (exp(2 * x) + 1)),
    ),
)  # fmt: skip

TANH_GRAD = derivative(
    TANH,
    "The slope of tanh at each x (x is the input, not tanh's output).",
    forms=(lambda x: 1 - library_tanh(x) ** 2, lambda x: 4 / (exp(x) + exp(-x)) ** 2, lambda x: 1 - tanh(x) ** 2),
    with_own=(lambda own, x: 1 - own.tanh(x) ** 2,),
    value_range=(0, 1),
    properties=(within(0, 1), even(), slope_of("tanh")),
    misconceptions=(
        Misconception("NN131", "the sigmoid's slope rule", "a (1 - a) belongs to another activation. What must the slope of tanh be at 0?", lambda x: tanh(x) * (1 - tanh(x))),
        Misconception("NN132", "x taken for tanh's output", "At x = 2 your slope is negative. Does tanh ever fall? What does the formula want in place of x?", lambda x: 1 - x**2, convention=True),
        Misconception("NN133", "the square forgotten", "Your slope at -20 is not 0, though the curve is flat there. What happens to the sign of tanh?", lambda x: 1 - tanh(x)),
        Misconception("NN134", "a plus for the minus", "The curve is flat at x = 20. What does your formula give there?", lambda x: 1 + tanh(x) ** 2),
        Misconception("NN135", "the function in place of its slope", "What should the slope be where the curve is flat?", tanh),
        Misconception("NN136", "tanh applied twice", "How often is tanh applied before the slope is taken?", lambda x: 1 - tanh(tanh(x)) ** 2),
        Misconception("NN137", "the derivative of the square", "Is that the slope of tanh, or of tanh squared?", lambda x: 2 * tanh(x) * (1 - tanh(x) ** 2)),
        Misconception("NN138", "twice tanh in place of its square", "Your slope is negative for large x. Does tanh ever fall? What do * and ** do?", lambda x: 1 - 2 * tanh(x)),
    ),
    unstable=(
        Misconception("NN195", "the slope from an overflowing tanh", "What does your tanh give at x = 1000?", lambda x: 1 - tanh(x) ** 2),
    ),
)  # fmt: skip

# --- the rectified family ---------------------------------------------------------------------


def relu(x):
    """Keep positive numbers, replace negative ones by 0: max(0, x)."""
    return maximum(x, 0)


RELU = Function(
    relu,
    X,
    torch=lambda torch, x: torch.relu(x),
    forms=(lambda x: (x + abs(x)) / 2,),
    infinities=FINITE,
    examples=(
        Example("wide", np.array([-9.0, -0.5, 0.5, 7.0, 12.5]), why="far to both sides"),
        Example("wide-rows", np.array([[8.0, -20.0], [6.5, 1.0]]), why="far to both sides"),
    ),
    properties=(within(0, inf), increasing(), idempotent(), homogeneous()),
    misconceptions=(
        Misconception("NN141", "the gate in place of the value", "Your answers are only 0 and 1. What should come out for x = 3?", lambda x: where(positive(x), 1, 0)),
        Misconception("NN142", "the absolute value", "What should come out for x = -3?", abs),
        Misconception("NN143", "the wrong side cut off", "Which inputs pass unchanged: the positive or the negative ones?", lambda x: -maximum(-x, 0)),
        Misconception("NN144", "the sign of the answer", "Can a ReLU be negative?", lambda x: -maximum(x, 0)),
        Misconception("NN145", "a leaky ReLU", "Your function lets a little of the negative inputs through. Does a plain ReLU?", lambda x: where(positive(x), x, 0.01 * x)),
        Misconception("NN146", "the identity", "What should come out for x = -3?", lambda x: x),
        Misconception("NN147", "clipped at 1", "What should come out for x = 3?", lambda x: maximum(x, 0) - maximum(x - 1, 0)),
        Misconception("NN148", "softplus", "Your curve is smooth. Where is the kink of max(0, x)?", lambda x: maximum(x, 0) + log(1 + exp(-abs(x)))),
        Misconception("NN150", "a comparison inside the product", "Which operation does Python do first in x * x > 0? Your answers are only 0 and 1.", lambda x: where(positive(x * x), 1, 0)),
        Misconception("NN149", "clipped at 6", "What should come out for x = 10?", lambda x: maximum(x, 0) - maximum(x - 6, 0)),
    ),
)  # fmt: skip

RELU_GRAD = derivative(
    RELU,
    "The slope of ReLU at each x; at the kink x = 0 any number from 0 to 1 is right.",
    value_range=(0, 1),
    properties=(within(0, 1), increasing(), scale_free(), slope_of("relu")),
    misconceptions=(
        Misconception("NN151", "the function in place of its slope", "The line through (1, 1) and (3, 3): how steep is it at x = 3?", relu),
        Misconception("NN152", "slope 1 everywhere", "How steep is ReLU at x = -3?", lambda x: x * 0 + 1),
        Misconception("NN153", "slope 0 everywhere", "How steep is ReLU at x = 3?", lambda x: x * 0),
        Misconception("NN154", "the gate of the wrong side", "On which side of 0 does ReLU rise?", lambda x: where(positive(x), 0, 1)),
        Misconception("NN155", "the sign function", "Does ReLU fall on the left?", lambda x: where(positive(x), 1, -1)),
        Misconception("NN156", "a leaky slope", "How steep is a plain ReLU at x = -3?", lambda x: where(positive(x), 1, 0.01)),
    ),
)  # fmt: skip


def leaky_relu(x, alpha=0.01):
    """Keep positive numbers, multiply negative ones by alpha (0 <= alpha <= 1)."""
    return where(positive(x), x, alpha * x)


def two_halves(x, alpha):
    return maximum(x, 0) + alpha * -maximum(-x, 0)


def two_own_halves(own, x, alpha):
    return own.relu(x) - alpha * own.relu(-x)


def by_absolute_value(x, alpha):
    return (1 + alpha) / 2 * x + (1 - alpha) / 2 * abs(x)


LEAKY = {**X, "alpha": one_of(0.01, 0.2, 0.5, 1.0, 0.0)}
LEAKY_RELU = Function(
    leaky_relu,
    LEAKY,
    torch=lambda torch, x, alpha: torch.nn.functional.leaky_relu(x, alpha),
    forms=(two_halves, by_absolute_value, lambda x, alpha: maximum(x, alpha * x)),
    infinities=FINITE,
    with_own=(two_own_halves,),
    examples=(
        Example("below-alpha", np.array([0.05, 0.3, 0.45, -0.3, -2.0]), 0.5, why="inputs between 0 and alpha"),
        Example("below-alpha-too", np.array([[0.01, 0.15], [-0.4, 3.0]]), 0.2, why="inputs between 0 and alpha"),
    ),
    properties=(increasing(), homogeneous()),
    misconceptions=(
        Misconception("NN161", "the branches exchanged", "Which side keeps its slope of 1?", lambda x, alpha: where(positive(x), alpha * x, x)),
        Misconception("NN162", "alpha in place of alpha x", "Should x = -1 and x = -10 give the same answer?", lambda x, alpha: where(positive(x), x, alpha)),
        Misconception("NN163", "max(x, alpha)", "By what must alpha be multiplied on the left?", lambda x, alpha: maximum(x, alpha)),
        Misconception("NN164", "alpha ignored: always 0.01", "What happens in your code when alpha is 0.2?", lambda x, alpha: where(positive(x), x, 0.01 * x)),
        Misconception("NN165", "alpha ignored: a plain ReLU", "What should come out for x = -10?", lambda x, alpha: maximum(x, 0)),
        Misconception("NN166", "the sign of the left branch", "Should a negative input give a positive answer?", lambda x, alpha: where(positive(x), x, -alpha * x)),
        Misconception("NN167", "-alpha on the left", "Should x = -1 and x = -10 give the same answer?", lambda x, alpha: where(positive(x), x, -alpha)),
    ),
)  # fmt: skip

LEAKY_RELU_GRAD = derivative(
    LEAKY_RELU,
    "The slope of leaky_relu at each x; at the kink any number from alpha to 1 is right.",
    with_own=(lambda own, x, alpha: own.relu_grad(x) + alpha * (1 - own.relu_grad(x)),),
    value_range=(0, 1),
    properties=(within(0, 1), increasing(), scale_free(), slope_of("leaky_relu")),
    misconceptions=(
        Misconception("NN171", "the function in place of its slope", "How steep is the line through (1, 1) and (3, 3)?", leaky_relu),
        Misconception("NN172", "the slope of a plain ReLU", "How steep is the left branch?", lambda x, alpha: where(positive(x), 1, 0)),
        Misconception("NN173", "alpha x in place of alpha", "How steep is the line alpha x?", lambda x, alpha: where(positive(x), 1, alpha * x)),
        Misconception("NN174", "the slopes exchanged", "Which side is steep?", lambda x, alpha: where(positive(x), alpha, 1)),
        Misconception("NN175", "alpha ignored: always 0.01", "What happens in your code when alpha is 0.2?", lambda x, alpha: where(positive(x), 1, 0.01)),
        Misconception("NN176", "-alpha on the left", "Does the left branch rise or fall?", lambda x, alpha: where(positive(x), 1, -alpha)),
    ),
)  # fmt: skip


def prelu(x, alpha):
    """Keep positive numbers, multiply negative ones by alpha, any real number (it is learned)."""
    return where(positive(x), x, alpha * x)


PRELU_EXAMPLES = tuple(
    Example(f"alpha-{alpha}", np.array([-3.0, -0.5, 0.25, 2.0]) + alpha / 8, alpha, why=f"alpha = {alpha}")
    for alpha in (0.25, -0.5, 1.5, -1.25)
)
PRELU = Function(
    prelu,
    {**X, "alpha": one_of(0.25, 1.5, -0.5, 2.0, 0.01)},
    torch=lambda torch, x, alpha: torch.where(x > 0, x, alpha * x),
    forms=(two_halves, by_absolute_value),
    infinities=FINITE,
    with_own=(two_own_halves,),
    examples=PRELU_EXAMPLES,
    properties=(homogeneous(),),
    misconceptions=(
        Misconception("NN201", "max(x, alpha x)", "Try alpha = 2 and x = -1: which of the two is larger, and which is wanted?", lambda x, alpha: maximum(x, alpha * x)),
        Misconception("NN202", "the branches exchanged", "Which side keeps its slope of 1?", lambda x, alpha: where(positive(x), alpha * x, x)),
        Misconception("NN203", "alpha in place of alpha x", "Should x = -1 and x = -10 give the same answer?", lambda x, alpha: where(positive(x), x, alpha)),
        Misconception("NN204", "alpha ignored", "What happens in your code when alpha is 0.25?", lambda x, alpha: where(positive(x), x, 0.01 * x)),
        Misconception("NN205", "|alpha| in place of alpha", "alpha is learned: may it become negative?", lambda x, alpha: where(positive(x), x, abs(alpha) * x)),
        Misconception("NN206", "the sign of the left branch", "What should come out for x = -1 and alpha = 0.25?", lambda x, alpha: where(positive(x), x, -alpha * x)),
    ),
)  # fmt: skip

PRELU_GRAD = derivative(
    PRELU,
    "The pair (slope in x, slope in alpha) at each x, both of the shape of x.",
    of=("x", "alpha"),
    infinities=FINITE,
    examples=PRELU_EXAMPLES,
    properties=(
        slope_of("prelu", pick=lambda pair: pair[0]),
        slope_in("prelu", "alpha", pick=lambda pair: pair[1]),
    ),
    misconceptions=(
        Misconception("NN211", "no slope in alpha", "alpha is learned. How does the answer at x = -3 change when alpha grows by 0.1?", lambda x, alpha: (where(positive(x), 1, alpha), x * 0)),
        Misconception("NN212", "the slope in alpha taken on the wrong side", "On which side of 0 does alpha matter?", lambda x, alpha: (where(positive(x), 1, alpha), where(positive(x), x, 0))),
        Misconception("NN213", "the pair in the other order", "Which of your two answers is the slope in x?", lambda x, alpha: (where(positive(x), 0, x), where(positive(x), 1, alpha))),
        Misconception("NN214", "slope 1 in alpha", "How does alpha x change when alpha grows by 0.1 and x is -3?", lambda x, alpha: (where(positive(x), 1, alpha), where(positive(x), 0, 1))),
        Misconception("NN215", "x everywhere as the slope in alpha", "Does alpha matter at x = 3?", lambda x, alpha: (where(positive(x), 1, alpha), x)),
        Misconception("NN216", "the slope of a plain ReLU in x", "How steep is the left branch?", lambda x, alpha: (where(positive(x), 1, 0), where(positive(x), 0, x))),
        Misconception("NN217", "|x| as the slope in alpha", "Which sign has x on the side where alpha matters?", lambda x, alpha: (where(positive(x), 1, alpha), where(positive(x), 0, -x))),
    ),
)  # fmt: skip

# --- GELU and identity ------------------------------------------------------------------------


def gelu(x):
    """x times the probability that a standard normal variable is below x: x (1 + erf(x / sqrt 2)) / 2."""
    return x * (1 + erf(x / sqrt(2))) / 2


def _logistic(x):
    return 1 / (1 + exp(-x))


GELU = Function(
    gelu,
    X,
    torch=lambda torch, x: torch.nn.functional.gelu(x),
    forms=(lambda x: x * ((1 + erf(x / sqrt(2))) * 0.5), lambda x: 0.5 * x * (1 + erf(x * 0.7071067811865476))),
    infinities=(inf,),
    properties=(symmetric("gelu(x) - gelu(-x) = x", lambda y, x: y - x),),
    misconceptions=(
        Misconception("NN221", "the tanh approximation", "There is a fast approximation and an exact form with erf. Which one is asked for here?", lambda x: 0.5 * x * (1 + library_tanh(sqrt(2 / PI) * (x + 0.044715 * x**3))), convention=True),
        Misconception("NN222", "the sigmoid approximation", "x sigmoid(1.702 x) is close to GELU. Is close what is asked for?", lambda x: x * _logistic(1.702 * x), convention=True),
        Misconception("NN223", "swish in place of GELU", "Which function of x multiplies x: the logistic one or the normal distribution's?", lambda x: x * _logistic(x)),
        Misconception("NN224", "the square root of 2 forgotten", "The error function's bell has another width than the standard normal's. What corrects for it?", lambda x: x * (1 + erf(x)) / 2),
        Misconception("NN225", "the factor x forgotten", "What should come out for x = 10?", lambda x: (1 + erf(x / sqrt(2))) / 2),
        Misconception("NN226", "the half forgotten", "What should come out for x = 10?", lambda x: x * (1 + erf(x / sqrt(2)))),
        Misconception("NN227", "ReLU in place of GELU", "GELU is smooth. What is its value at x = -1?", relu),
        Misconception("NN228", "multiplied by the square root of 2", "Is x to be divided or multiplied by the square root of 2?", lambda x: x * (1 + erf(x * sqrt(2))) / 2),
    ),
)  # fmt: skip

GELU_GRAD = derivative(
    GELU,
    "The slope of the exact GELU at each x.",
    forms=(lambda x: (1 + erf(x / sqrt(2))) / 2 + x * exp(-(x**2) / 2) / sqrt(2 * PI),),
    infinities=(),
    properties=(symmetric("gelu_grad(x) + gelu_grad(-x) = 1", lambda y, x: 1 - y), slope_of("gelu")),
    misconceptions=(
        Misconception("NN231", "the second term of the product rule forgotten", "GELU is a product of two functions of x. Did you differentiate both?", lambda x: (1 + erf(x / sqrt(2))) / 2),
        Misconception("NN232", "the factor x in the second term forgotten", "In the product rule, by what is the derivative of the second factor multiplied?", lambda x: (1 + erf(x / sqrt(2))) / 2 + exp(-(x**2) / 2) / sqrt(2 * PI)),
        Misconception("NN233", "the normal density without its constant", "Which constant makes the area under the bell curve 1?", lambda x: (1 + erf(x / sqrt(2))) / 2 + x * exp(-(x**2) / 2)),
        Misconception("NN234", "the sign of the second term", "Does the normal distribution function rise or fall?", lambda x: (1 + erf(x / sqrt(2))) / 2 - x * exp(-(x**2) / 2) / sqrt(2 * PI)),
        Misconception("NN235", "the half in the exponent forgotten", "What is the exponent of the standard normal density?", lambda x: (1 + erf(x / sqrt(2))) / 2 + x * exp(-(x**2)) / sqrt(2 * PI)),
        Misconception("NN236", "the slope of the sigmoid approximation", "Close to the slope, or the slope?", lambda x: _logistic(1.702 * x) + 1.702 * x * _logistic(1.702 * x) * (1 - _logistic(1.702 * x)), convention=True),
        Misconception("NN237", "the function in place of its slope", "What is the slope far to the right?", gelu),
        Misconception("NN238", "the normal density alone", "What is the slope far to the right?", lambda x: exp(-(x**2) / 2) / sqrt(2 * PI)),
    ),
)  # fmt: skip


def identity(x):
    """Give x back: the output activation of a regression network."""
    return x


IDENTITY = Function(
    identity,
    X,
    torch=lambda torch, x: x.clone(),
    keeps_integers=True,
    properties=(increasing(), odd(), idempotent()),
    misconceptions=(
        Misconception("NN241", "zeros", "What is f(x) = x at x = 3?", lambda x: x * 0),
        Misconception("NN242", "ones", "What is f(x) = x at x = 3?", lambda x: x * 0 + 1),
        Misconception("NN243", "ReLU in place of the identity", "What is f(x) = x at x = -3?", relu),
    ),
)  # fmt: skip

IDENTITY_GRAD = derivative(
    IDENTITY,
    "The slope of the identity at each x, as an array of the shape of x.",
    value_range=(0, 1),
    properties=(scale_free(), slope_of("identity")),
    misconceptions=(
        Misconception("NN251", "the function in place of its slope", "How steep is the line f(x) = x at x = 3?", identity),
        Misconception("NN252", "slope 0", "How steep is the line f(x) = x?", lambda x: x * 0),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    "activations",
    "Activation functions and their derivatives",
    (
        SIGMOID, SIGMOID_GRAD, TANH, TANH_GRAD, RELU, RELU_GRAD, LEAKY_RELU, LEAKY_RELU_GRAD,
        PRELU, PRELU_GRAD, GELU, GELU_GRAD, IDENTITY, IDENTITY_GRAD,
    ),
)  # fmt: skip
