"""Losses of regression and classification, and their gradients in the prediction, which comes first.

All but half_sse average: over every entry, or over the rows of a batch where a row is one sample.
"""

from math import inf

import numpy as np

from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Misconception,
    Property,
    amax,
    at_least,
    derivative,
    equal,
    exp,
    labels,
    log,
    maximum,
    one_hot,
    positive,
    probabilities,
    reals,
    sqrt,
    total,
    where,
    within,
)
from nncheck.spec.properties import STEP

LN2 = 0.6931471805599453
LN10 = 2.302585092994046
EPSILON = 1e-7
OTHER_EPSILONS = (1e-5, 1e-6, 1e-8, 1e-9, 1e-10, 1e-12, 1e-15)


def mean(a):
    return total(a) / max(np.size(a), 1)


def rows(a):
    """How many samples there are: the length of the first axis."""
    return max(np.shape(a)[0], 1) if np.ndim(a) else 1


def over_rows(a):
    return total(a) / rows(a)


def over_last(a):
    """The sum, divided by the length of the last axis, whatever lies along it."""
    return total(a) / (np.shape(a)[-1] if np.ndim(a) else 1)


def one_off(a, by):
    """A mean whose count is off by one."""
    return total(a) / max(np.size(a) + by, 1)


def clipping(formula):
    """A formula of probabilities that are kept too far from 0 and 1."""

    def at(edge):
        return lambda p, y: formula(-maximum(-maximum(p, edge), edge - 1), y)

    return {"formula": at(0.001), "alike": (at(0.01), at(0.0001))}


def guarded(formula):
    """A wrong formula as it is, and with a small number inside its logarithms, as many write it."""
    return {"formula": formula(0), "alike": tuple(map(formula, (EPSILON, *OTHER_EPSILONS)))}


def padded(epsilon):
    return lambda p, y: -over_rows(y * log(p + epsilon))


def exchanged(epsilon):
    return lambda p, y: -over_rows(p * log(y + epsilon))


def padded_binary(epsilon):
    return lambda p, y: mean(-(y * log(p + epsilon) + (1 - y) * log(1 - p + epsilon)))


def sigmoid(z):
    return 1 / (1 + exp(-z))


def softmax(z):
    return exp(z) / total(exp(z), axis=-1)


# --- promises ---------------------------------------------------------------------------------


def slope_of(loss):
    """The gradient is the slope of the student's own loss along one direction."""

    def relation(ask, p, y):
        direction = 1.0 + np.arange(p.size).reshape(p.shape) % 7
        own = getattr(ask, loss)
        difference = own(p + STEP * direction, y) - own(p - STEP * direction, y)
        return equal((ask(p, y) * direction).sum(), difference / (2 * STEP))

    return Property("slope", f"it is the slope of your own {loss}, measured by a finite difference", relation, needs=(loss,))  # fmt: skip


def twice(a):
    return np.concatenate([a, a])


SYMMETRIC = Property("symmetric", "exchanging prediction and target changes nothing", lambda ask, p, y: equal(ask(p, y), ask(y, p)))  # fmt: skip
ANTISYMMETRIC = Property("antisymmetric", "exchanging prediction and target changes the sign", lambda ask, p, y: equal(ask(p, y), -ask(y, p)))  # fmt: skip
AVERAGES = Property("averages", "the same samples once more change nothing", lambda ask, p, y: equal(ask(twice(p), twice(y)), ask(p, y)))  # fmt: skip
SHARED = Property("shared", "the same samples once more halve each sample's share of the gradient", lambda ask, p, y: equal(2 * ask(twice(p), twice(y))[: len(p)], ask(p, y)))  # fmt: skip
CLASSES_REORDERED = Property("classes-reordered", "the order of the classes does not matter", lambda ask, p, y: equal(ask(p[:, ::-1].copy(), y[:, ::-1].copy()), ask(p, y)))  # fmt: skip


def grows(power):
    return Property("scale", f"four times all numbers give {4**power} times the loss", lambda ask, p, y: equal(ask(4 * p, 4 * y), 4**power * ask(p, y)))  # fmt: skip


def about_zero(answer):
    return equal(answer, np.fmin(np.fmax(answer.value, 0.0), 0.01))  # room for those who clip


def at_the_ends(right, wrong, y):
    """Promises about probabilities of exactly 0 and 1: where they are right, and where they are wrong.

    In float64 alone: in float32 a clip at 1 - 1e-8, as textbooks have it, is none.
    """
    return (
        Property("certain", "where the right class has p = 1 the loss is 0, give or take what clipping changes, and never NaN", lambda ask, p, y: about_zero(ask(p, y)), at=(right, y), kind="stability"),
        Property("impossible", "where the right class has p = 0 the loss is large or infinite, and never NaN", lambda ask, p, y: at_least(ask(p, y), 4.6), at=(wrong, y), kind="stability"),
    )  # fmt: skip


# --- regression: absolute and squared errors ----------------------------------------------------

NUMBERS = {"p": reals(-8, 8, ...), "y": reals(-8, 8, ...)}
BATCH_P = np.array([[1.5, -2.0, 0.25], [0.0, 3.0, -1.25]])
BATCH_Y = np.array([[1.0, 0.5, -0.75], [2.0, 2.75, -4.0]])
NUMBER_EXAMPLES = (
    Example("vector", np.array([0.5, -1.0, 2.5, 4.0]), np.array([1.0, 1.0, -2.0, 3.5]), why="errors of both signs"),
    Example("batch", BATCH_P, BATCH_Y, why="two samples of three numbers"),
    Example("column", np.array([[0.5], [-2.0], [3.0]]), np.array([[1.5], [0.25], [-1.0]]), why="a column"),
    Example("cube", np.linspace(-2.0, 3.0, 24).reshape(2, 3, 4), np.linspace(3.0, -1.0, 24).reshape(2, 3, 4) ** 2, why="three axes"),
    Example("one-error", np.array([2.0, -1.0, 5.0]), np.array([2.0, 1.0, 5.0]), why="all but one prediction right"),
    Example("close", np.array([1000.0, 1000.5, -999.0]), np.array([1000.125, 1000.25, -999.5]), why="small errors of large numbers"),
    Example("large", np.array([-3e8, 2e8, 1e8]), np.array([1e8, -2e8, 0.0]), why="huge errors"),
    Example("scalar", np.array(0.75), np.array(-1.5), why="a 0-d array"),
)  # fmt: skip
NOTHING = Example("nothing", np.zeros((0, 3)), np.zeros((0, 3)), why="a batch of no rows")
NOTES = Example("notes", np.array([0.7513650695523157, 0.7729284653214626]), np.array([0.01, 0.99]), worked="the loss of the 2-2-2 network of notes B")  # fmt: skip


def mae(p, y):
    """The mean of the absolute differences between predictions p and targets y, over all entries: a number."""
    return mean(abs(p - y))


def mse(p, y):
    """The mean of the squared differences between predictions p and targets y, over all entries: a number."""
    return mean((p - y) ** 2)


def half_sse(p, y):
    """Half the sum of the squared differences between predictions p and targets y: a number."""
    return total((p - y) ** 2) / 2


def sign(d):
    return where(positive(d), 1, -1)


MAE = Function(
    mae,
    NUMBERS,
    torch=lambda torch, p, y: torch.nn.functional.l1_loss(p, y),
    forms=(lambda p, y: total(abs(p - y) / np.size(p)),),
    value_range=(0, inf),
    examples=NUMBER_EXAMPLES,
    properties=(SYMMETRIC, AVERAGES, grows(1)),
    misconceptions=(
        Misconception("NN601", "added in place of averaged", "Does your loss grow when every sample comes twice?", lambda p, y: total(abs(p - y)), convention=True),
        Misconception("NN602", "squared differences", "Which loss weighs an error of 4 sixteen times as much as an error of 1?", mse),
        Misconception("NN603", "differences with their sign", "Can an error of +1 and an error of -1 cancel in your loss?", lambda p, y: mean(p - y)),
        Misconception("NN604", "divided by the number of rows", "Over what do you average: over the samples, or over all entries?", lambda p, y: over_rows(abs(p - y)), convention=True),
        Misconception("NN605", "one error for each entry", "How many numbers is the loss of a whole batch?", lambda p, y: abs(p - y)),
        Misconception("NN606", "the root of the mean of squares", "A mean absolute error: where are the absolute values in yours, and where are the squares?", lambda p, y: sqrt(mean((p - y) ** 2))),
        Misconception("NN607", "divided by the length of the last axis", "Over what do you average: along the last axis, or over all entries?", lambda p, y: over_last(abs(p - y))),
        Misconception("NN614", "divided by n - 1 or n + 1", "How many errors do you add, and by how many do you divide?", lambda p, y: one_off(abs(p - y), -1), alike=(lambda p, y: one_off(abs(p - y), 1),)),
    ),
)  # fmt: skip

MAE_GRAD = derivative(
    MAE,
    "The gradient of mae in p, of the shape of p; where p = y any subgradient is right.",
    forms=(lambda p, y: sign(p - y) / np.size(p),),
    value_range=(-1, 1),
    examples=NUMBER_EXAMPLES,
    properties=(slope_of("mae"), ANTISYMMETRIC, SHARED),
    misconceptions=(
        Misconception("NN608", "not divided by the number of entries", "The loss is a mean. By how much does it change when one of ten predictions moves by 0.1?", lambda p, y: sign(p - y), convention=True),
        Misconception("NN609", "the sign", "A prediction that is too large: does the loss rise or fall when it grows? Which of the two arguments is the prediction?", lambda p, y: -sign(p - y) / np.size(p)),
        Misconception("NN610", "the difference in place of its sign", "How steep is |d| at d = 1 and at d = 10?", lambda p, y: (p - y) / np.size(p)),
        Misconception("NN611", "the gradient of the squared error", "Of which loss is that the gradient? How steep is |d| at d = 1 and at d = 10?", lambda p, y: 2 * (p - y) / np.size(p)),
        Misconception("NN612", "divided by the number of rows", "Over how many entries does the loss average?", lambda p, y: sign(p - y) / rows(p), convention=True),
        Misconception("NN613", "slope 1 everywhere", "A prediction that is too small: does the loss rise or fall when it grows?", lambda p, y: p * 0 + 1 / np.size(p)),
    ),
)  # fmt: skip

MSE = Function(
    mse,
    NUMBERS,
    torch=lambda torch, p, y: torch.nn.functional.mse_loss(p, y),
    forms=(lambda p, y: total((p - y) * (p - y) / np.size(p)),),
    value_range=(0, inf),
    examples=NUMBER_EXAMPLES,
    properties=(SYMMETRIC, AVERAGES, grows(2)),
    misconceptions=(
        Misconception("NN615", "added in place of averaged", "Does your loss grow when every sample comes twice?", lambda p, y: total((p - y) ** 2), convention=True),
        Misconception("NN616", "half the mean", "Which factor stands in front of your mean?", lambda p, y: mean((p - y) ** 2) / 2, convention=True),
        Misconception("NN617", "half the sum", "There is one loss with a half and a sum and one with a mean: which is asked for here?", half_sse, convention=True),
        Misconception("NN618", "divided by the number of rows", "Over what do you average: over the samples, or over all entries?", lambda p, y: over_rows((p - y) ** 2), convention=True),
        Misconception("NN619", "absolute differences", "How much more does an error of 2 cost than an error of 1?", mae),
        Misconception("NN620", "the root of the mean", "Which unit has the loss: that of the target, or its square?", lambda p, y: sqrt(mean((p - y) ** 2))),
        Misconception("NN621", "the square of the mean", "Let two errors be 1 and -1. What is your loss, and is the prediction perfect?", lambda p, y: mean(p - y) ** 2),
        Misconception("NN622", "one error for each entry", "How many numbers is the loss of a whole batch?", lambda p, y: (p - y) ** 2),
        Misconception("NN623", "every prediction against every target", "Which shape has a column minus a row, and how many differences are there?", lambda p, y: mean((p.reshape(-1, 1) - y.reshape(1, -1)) ** 2)),
        Misconception("NN631", "divided by the length of the last axis", "Over what do you average: along the last axis, or over all entries?", lambda p, y: over_last((p - y) ** 2)),
        Misconception("NN638", "divided by n - 1 or n + 1", "How many errors do you add, and by how many do you divide?", lambda p, y: one_off((p - y) ** 2, -1), alike=(lambda p, y: one_off((p - y) ** 2, 1),)),
    ),
)  # fmt: skip

MSE_GRAD = derivative(
    MSE,
    "The gradient of mse in p, of the shape of p.",
    forms=(lambda p, y: 2 * (p - y) / np.size(p), lambda p, y: (p - y) * (2 / np.size(p))),
    examples=NUMBER_EXAMPLES,
    properties=(slope_of("mse"), ANTISYMMETRIC, SHARED),
    misconceptions=(
        Misconception("NN624", "the 2 of the square forgotten", "How steep is d squared at d = 1?", lambda p, y: (p - y) / np.size(p), convention=True),
        Misconception("NN625", "not divided by the number of entries", "The loss is a mean. Is your gradient that of a mean or of a sum?", lambda p, y: 2 * (p - y), convention=True),
        Misconception("NN626", "the gradient of half the sum", "Does your gradient belong to the loss with the half and the sum, or to the mean?", lambda p, y: p - y, convention=True),
        Misconception("NN627", "the sign", "A prediction that is too large: does the loss rise or fall when it grows? Which of the two arguments is the prediction?", lambda p, y: -2 * (p - y) / np.size(p)),
        Misconception("NN628", "divided by the number of rows", "Over how many entries does the loss average?", lambda p, y: 2 * (p - y) / rows(p), convention=True),
        Misconception("NN629", "the error without its sign", "A prediction that is too small: does the loss rise or fall when it grows?", lambda p, y: 2 * abs(p - y) / np.size(p)),
        Misconception("NN630", "the loss of each entry", "Did you differentiate the square?", lambda p, y: (p - y) ** 2 / np.size(p)),
    ),
)  # fmt: skip

HALF_SSE = Function(
    half_sse,
    NUMBERS,
    torch=lambda torch, p, y: torch.nn.functional.mse_loss(p, y, reduction="sum") / 2,
    forms=(lambda p, y: total((p - y) * (p - y) * 0.5),),
    value_range=(0, inf),
    examples=(NOTES, *NUMBER_EXAMPLES, NOTHING),
    properties=(
        SYMMETRIC,
        Property("adds", "the same samples once more double the loss", lambda ask, p, y: equal(ask(twice(p), twice(y)), 2 * ask(p, y))),
        grows(2),
    ),
    misconceptions=(
        Misconception("NN632", "the half forgotten", "Your loss is twice the expected one. Which factor stands in front of the sum?", lambda p, y: total((p - y) ** 2)),
        Misconception("NN633", "the mean of squares", "Is anything divided by the number of entries here?", mse, convention=True),
        Misconception("NN634", "half the mean of squares", "Is anything divided by the number of entries here?", lambda p, y: mean((p - y) ** 2) / 2, convention=True),
        Misconception("NN635", "divided by the number of rows", "Does this loss average over the samples, or add?", lambda p, y: over_rows((p - y) ** 2) / 2, convention=True),
        Misconception("NN636", "absolute differences", "Are the differences squared?", lambda p, y: total(abs(p - y)) / 2),
        Misconception("NN637", "the square of the sum", "Do you square first and then add, or the other way round?", lambda p, y: total(p - y) ** 2 / 2),
    ),
)  # fmt: skip

HALF_SSE_GRAD = derivative(
    HALF_SSE,
    "The gradient of half_sse in p, of the shape of p.",
    forms=(lambda p, y: p - y,),
    examples=(*NUMBER_EXAMPLES, NOTHING),
    properties=(slope_of("half_sse"), ANTISYMMETRIC),
    misconceptions=(
        Misconception("NN639", "the half of the loss forgotten", "What cancels the 2 that comes from the square?", lambda p, y: 2 * (p - y)),
        Misconception("NN640", "the sign", "A prediction that is too large: does the loss rise or fall when it grows? Which of the two arguments is the prediction?", lambda p, y: y - p),
        Misconception("NN641", "half the gradient", "The half of the loss meets the 2 of the square. What is left?", lambda p, y: (p - y) / 2),
        Misconception("NN642", "averaged over all entries", "Does this loss average?", lambda p, y: (p - y) / np.size(p), convention=True),
        Misconception("NN643", "the gradient of the mean of squares", "Does this loss average?", lambda p, y: 2 * (p - y) / np.size(p), convention=True),
        Misconception("NN644", "the error without its sign", "A prediction that is too small: does the loss rise or fall when it grows?", lambda p, y: abs(p - y)),
        Misconception("NN645", "averaged over the rows", "Does this loss average over the samples, or add?", lambda p, y: (p - y) / rows(p), convention=True),
    ),
)  # fmt: skip

# --- two classes: probabilities -----------------------------------------------------------------

BINARY = {"p": reals(0.05, 0.95, ...), "y": labels(...)}
BINARY_EXAMPLES = (
    Example("vector", np.array([0.9, 0.2, 0.6, 0.35]), np.array([1.0, 0.0, 0.0, 1.0]), why="right and wrong guesses"),
    Example("batch", np.array([[0.125, 0.75, 0.5], [0.25, 0.875, 0.4]]), np.array([[0.0, 1.0, 1.0], [1.0, 0.0, 0.0]]), why="two samples of three labels"),
    Example("column", np.array([[0.7], [0.1], [0.8]]), np.array([[1.0], [1.0], [0.0]]), why="a column"),
    Example("all-zero", np.array([0.25, 0.9, 0.5]), np.array([0.0, 0.0, 0.0]), why="no positive sample"),
    Example("all-one", np.array([0.25, 0.9, 0.5]), np.array([1.0, 1.0, 1.0]), why="positive samples alone"),
    Example("confident", np.array([1e-5, 0.99995, 0.99999, 1e-5]), np.array([1.0, 0.0, 1.0, 0.0]), why="probabilities near 0 and 1"),
    Example("doubtful", np.array([[2e-5, 0.75], [0.5, 3e-5]]), np.array([[1.0, 0.0], [0.0, 1.0]]), why="right labels held for all but impossible"),
    Example("one-sample", np.array([0.3]), np.array([1.0]), why="a single sample"),
    Example("scalar", np.array(0.25), np.array(1.0), why="a 0-d array"),
)  # fmt: skip


def binary_cross_entropy(p, y):
    """The mean of -(y log p + (1 - y) log(1 - p)) over all entries: a number. Labels y are 0 or 1."""
    return mean(-(y * log(p) + (1 - y) * log(1 - p)))


def by_label(p, y):
    return mean(where(positive(y - 0.5), -log(p), -log(1 - p)))


BINARY_CROSS_ENTROPY = Function(
    binary_cross_entropy,
    BINARY,
    torch=lambda torch, p, y: torch.nn.functional.binary_cross_entropy(p, y),
    forms=(by_label, lambda p, y: -mean(log(y * p + (1 - y) * (1 - p)))),
    value_range=(0, inf),
    examples=BINARY_EXAMPLES,
    properties=(
        within(0, inf),
        AVERAGES,
        Property("mirror", "exchanging the two classes changes nothing", lambda ask, p, y: equal(ask(1 - p, 1 - y), ask(p, y))),
        *at_the_ends(np.array([1.0, 0.0]), np.array([0.0, 1.0]), np.array([1.0, 0.0])),
    ),
    misconceptions=(
        Misconception("NN647", "added in place of averaged", "Does your loss grow when every sample comes twice?", **guarded(lambda e: lambda p, y: total(-(y * log(p + e) + (1 - y) * log(1 - p + e)))), convention=True),
        Misconception("NN648", "the sign", "Is the logarithm of a probability positive or negative? Should a loss be?", **guarded(lambda e: lambda p, y: mean(y * log(p + e) + (1 - y) * log(1 - p + e)))),
        Misconception("NN649", "only the samples with label 1", "What does a sample with y = 0 cost when p = 0.9?", **guarded(lambda e: lambda p, y: -mean(y * log(p + e)))),
        Misconception("NN650", "only the samples with label 0", "What does a sample with y = 1 cost when p = 0.1?", **guarded(lambda e: lambda p, y: -mean((1 - y) * log(1 - p + e)))),
        Misconception("NN651", "the logarithm of p in both terms", "Which probability has the class 0?", **guarded(lambda e: lambda p, y: -mean(y * log(p + e) + (1 - y) * log(p + e)))),
        Misconception("NN652", "the labels exchanged", "A sample with y = 1: is p = 0.9 good or bad?", **guarded(lambda e: lambda p, y: -mean(y * log(1 - p + e) + (1 - y) * log(p + e)))),
        Misconception("NN653", "the logarithm to base 2", "Which logarithm has the slope 1/p?", lambda p, y: mean(-(y * log(p) + (1 - y) * log(1 - p))) / LN2),
        Misconception("NN654", "a small number inside the logarithm", "By how much does 1e-7 inside the logarithm move every loss? Where alone is it needed?", padded_binary(EPSILON), alike=tuple(map(padded_binary, OTHER_EPSILONS))),
        Misconception("NN655", "the squared error", "How much may a prediction cost that is sure and wrong: 1, or without bound?", mse),
        Misconception("NN656", "a sigmoid of the probabilities", "p is a probability already. What does a sigmoid make of 0 and of 1?", lambda p, y: by_label(sigmoid(p), y)),
        Misconception("NN657", "a minus between the terms", "Should the two classes add to the loss alike?", lambda p, y: -mean(y * log(p) - (1 - y) * log(1 - p))),
        Misconception("NN658", "clipped far from 0 and 1", "What does a right class with p = 0.00001 cost, and what does it cost after your clipping?", **clipping(by_label)),
        Misconception("NN646", "divided by the number of rows", "Over what do you average: over the samples, or over all entries?", **guarded(lambda e: lambda p, y: over_rows(-(y * log(p + e) + (1 - y) * log(1 - p + e)))), convention=True),
    ),
)  # fmt: skip

BINARY_CROSS_ENTROPY_GRAD = derivative(
    BINARY_CROSS_ENTROPY,
    "The gradient of binary_cross_entropy in p, of the shape of p.",
    forms=(
        lambda p, y: (p - y) / (p * (1 - p)) / np.size(p),
        lambda p, y: where(positive(y - 0.5), -1 / p, 1 / (1 - p)) / np.size(p),
    ),
    examples=BINARY_EXAMPLES,
    properties=(
        slope_of("binary_cross_entropy"),
        SHARED,
        Property("mirror", "exchanging the two classes changes the sign", lambda ask, p, y: equal(ask(1 - p, 1 - y), -ask(p, y))),
    ),
    misconceptions=(
        Misconception("NN659", "not divided by the number of entries", "The loss is a mean. Is your gradient that of a mean or of a sum?", lambda p, y: (p - y) / (p * (1 - p)), convention=True),
        Misconception("NN660", "the sign", "y = 1: does the loss rise or fall when p grows?", lambda p, y: (y - p) / (p * (1 - p)) / np.size(p)),
        Misconception("NN661", "the gradient in the logit", "p - y is the slope in what goes into the sigmoid. In what is it asked for here?", lambda p, y: (p - y) / np.size(p)),
        Misconception("NN662", "the slope of the samples with label 1 alone", "Does the loss change with p where y = 0?", lambda p, y: -y / p / np.size(p)),
        Misconception("NN663", "the inner derivative of 1 - p forgotten", "y = 0: does the loss rise or fall when p grows?", lambda p, y: -(y / p + (1 - y) / (1 - p)) / np.size(p)),
        Misconception("NN664", "multiplied by the sigmoid's slope", "Is p (1 - p) a factor or a divisor here?", lambda p, y: (p - y) * p * (1 - p) / np.size(p)),
        Misconception("NN665", "the gradient of the squared error", "How steep is log p near p = 0?", lambda p, y: 2 * (p - y) / np.size(p)),
        Misconception("NN666", "divided by the number of rows", "Over how many entries does the loss average?", lambda p, y: (p - y) / (p * (1 - p)) / rows(p), convention=True),
        Misconception("NN684", "clipped far from 0 and 1", "How steep is the loss at p = 0.00001, and how steep is it after your clipping?", **clipping(lambda p, y: (p - y) / (p * (1 - p)) / np.size(p))),
    ),
)  # fmt: skip

# --- two classes: logits ------------------------------------------------------------------------

BINARY_LOGITS = {"z": reals(-6, 6, ...), "y": labels(...)}
LOGIT_EXAMPLES = (
    Example("vector", np.array([2.0, -1.5, 0.5, -0.25]), np.array([1.0, 0.0, 0.0, 1.0]), why="right and wrong guesses"),
    Example("batch", np.array([[-3.0, 1.25, 0.75], [2.5, -0.5, 4.0]]), np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]), why="two samples of three labels"),
    Example("column", np.array([[1.0], [-2.0], [3.0]]), np.array([[1.0], [1.0], [0.0]]), why="a column"),
    Example("all-zero", np.array([0.25, 2.0, -1.5]), np.array([0.0, 0.0, 0.0]), why="no positive sample"),
    Example("all-one", np.array([0.25, 2.0, -1.5]), np.array([1.0, 1.0, 1.0]), why="positive samples alone"),
    Example("undecided", np.zeros((2, 2)), np.array([[1.0, 0.0], [0.0, 0.0]]), why="logits of 0"),
    Example("scalar", np.array(0.75), np.array(0.0), why="a 0-d array"),
    Example("saturated", np.array([40.0, -40.0, 1.0]), np.array([0.0, 1.0, 1.0]), why="where the sigmoid rounds to 1"),
    Example("far-right", np.array([1000.0, 800.0, 3.0]), np.array([1.0, 0.0, 1.0]), why="large logits"),
    Example("far-left", np.array([-1000.0, -800.0, -3.0]), np.array([0.0, 1.0, 1.0]), why="very negative logits"),
    Example("far-and-right", np.array([1000.0, -1000.0]), np.array([1.0, 0.0]), why="sure and right"),
)  # fmt: skip


def bce_with_logits(z, y):
    """The binary cross-entropy of the probabilities 1 / (1 + e^-z), from the logits z: a number."""
    return binary_cross_entropy(sigmoid(z), y)


def softplus(z):
    return maximum(z, 0) + log(1 + exp(-abs(z)))


def unshifted(z, y):
    return mean(log(1 + exp(z)) - z * y)


BCE_WITH_LOGITS = Function(
    bce_with_logits,
    BINARY_LOGITS,
    torch=lambda torch, z, y: torch.nn.functional.binary_cross_entropy_with_logits(z, y),
    forms=(unshifted, lambda z, y: mean(softplus(z) - z * y), lambda z, y: mean(y * softplus(-z) + (1 - y) * softplus(z))),
    with_own=(
        lambda own, z, y: own.binary_cross_entropy(own.sigmoid(z), y),
        lambda own, z, y: by_label(own.sigmoid(z), y),
        lambda own, z, y: own.binary_cross_entropy(sigmoid(z), y),
    ),
    value_range=(0, inf),
    examples=LOGIT_EXAMPLES,
    properties=(
        AVERAGES,
        Property("mirror", "exchanging the two classes changes nothing", lambda ask, z, y: equal(ask(-z, 1 - y), ask(z, y))),
        Property("chance", "logits of 0 cost log 2, whatever the labels", lambda ask, z, y: equal(ask(0 * z, y), np.log(2))),
    ),
    misconceptions=(
        Misconception("NN667", "added in place of averaged", "Does your loss grow when every sample comes twice?", lambda z, y: total(softplus(z) - z * y), convention=True),
        Misconception("NN668", "the sign", "Can this loss be negative?", lambda z, y: -mean(softplus(z) - z * y)),
        Misconception("NN669", "the sigmoid applied twice", "Your probabilities lie between 0.5 and 0.73. How often is the sigmoid taken?", lambda z, y: by_label(sigmoid(sigmoid(z)), y)),
        Misconception("NN670", "the sign of the logits", "Does a large logit speak for class 1 or for class 0?", lambda z, y: mean(softplus(-z) + z * y)),
        Misconception("NN671", "only the samples with label 1", "What does a sample with y = 0 cost when z = 5?", lambda z, y: mean(y * softplus(-z))),
        Misconception("NN672", "the label left out", "Does your loss change when a label changes?", lambda z, y: mean(softplus(z))),
        Misconception("NN673", "the logarithm to base 2", "Which logarithm undoes the exponential?", lambda z, y: mean(softplus(z) - z * y) / LN2),
        Misconception("NN674", "the squared error of the probabilities", "How much may a prediction cost that is sure and wrong: 1, or without bound?", lambda z, y: mse(sigmoid(z), y)),
        Misconception("NN675", "divided by the number of rows", "Over what do you average: over the samples, or over all entries?", lambda z, y: over_rows(softplus(z) - z * y), convention=True),
    ),
    unstable=(
        Misconception("NN691", "the logarithm of a rounded sigmoid", "What is 1 - sigmoid(40) in floating point, and its logarithm? Can the logarithm be taken on paper first?", bce_with_logits),
        Misconception("NN692", "the exponential of a large logit", "What is e^1000 in floating point? For which sign of the exponent can nothing overflow?", unshifted),
    ),
)  # fmt: skip

BCE_WITH_LOGITS_GRAD = derivative(
    BCE_WITH_LOGITS,
    "The gradient of bce_with_logits in z, of the shape of z.",
    forms=(
        lambda z, y: (sigmoid(z) - y) / np.size(z),
        lambda z, y: (exp(z) / (1 + exp(z)) - y) / np.size(z),
    ),
    with_own=(lambda own, z, y: (own.sigmoid(z) - y) / np.size(z),),
    value_range=(-1, 1),
    examples=LOGIT_EXAMPLES,
    properties=(
        slope_of("bce_with_logits"),
        SHARED,
        Property("mirror", "exchanging the two classes changes the sign", lambda ask, z, y: equal(ask(-z, 1 - y), -ask(z, y))),
    ),
    misconceptions=(
        Misconception("NN676", "not divided by the number of entries", "The loss is a mean. Is your gradient that of a mean or of a sum?", lambda z, y: sigmoid(z) - y, convention=True),
        Misconception("NN677", "the sign", "y = 1: does the loss rise or fall when z grows?", lambda z, y: (y - sigmoid(z)) / np.size(z)),
        Misconception("NN678", "the label left out", "Where does the label enter your gradient?", lambda z, y: sigmoid(z) / np.size(z)),
        Misconception("NN679", "the logit in place of its probability", "Which of z and its sigmoid is comparable with a label?", lambda z, y: (z - y) / np.size(z)),
        Misconception("NN680", "the sigmoid's slope left in", "The sigmoid's slope meets the slope of the logarithm. What cancels?", lambda z, y: (sigmoid(z) - y) * sigmoid(z) * (1 - sigmoid(z)) / np.size(z)),
        Misconception("NN681", "the gradient in the probability", "In what is the slope asked for: in the probability, or in the logit?", lambda z, y: (sigmoid(z) - y) / (sigmoid(z) * (1 - sigmoid(z))) / np.size(z)),
        Misconception("NN682", "the sign of the logits", "Does a large logit speak for class 1 or for class 0?", lambda z, y: (sigmoid(-z) - y) / np.size(z)),
        Misconception("NN683", "divided by the number of rows", "Over how many entries does the loss average?", lambda z, y: (sigmoid(z) - y) / rows(z), convention=True),
    ),
    unstable=(
        Misconception("NN693", "e^z / (1 + e^z) at large z", "What are e^1000 and inf / inf? For which sign of the exponent can nothing overflow?", lambda z, y: (exp(z) / (1 + exp(z)) - y) / np.size(z)),
    ),
)  # fmt: skip

# --- several classes: probabilities -------------------------------------------------------------

CLASS_SIZES = {"n": (1, 4), "k": (2, 5)}
CLASSES = {"p": probabilities("n", "k"), "y": one_hot("n", "k")}
RIGHT_CLASS = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
CLASS_EXAMPLES = (
    Example("batch", np.array([[0.5, 0.25, 0.25], [0.125, 0.625, 0.25]]), RIGHT_CLASS, why="two samples, three classes"),
    Example("square-batch", np.array([[0.7, 0.2, 0.1], [0.3, 0.3, 0.4], [0.05, 0.9, 0.05]]), np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), why="as many rows as columns"),
    Example("tall", np.array([[0.8, 0.2], [0.4, 0.6], [0.5, 0.5], [0.1, 0.9]]), np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]), why="more samples than classes"),
    Example("one-row", np.array([[0.1, 0.2, 0.3, 0.4]]), np.array([[0.0, 0.0, 1.0, 0.0]]), why="a batch of one row"),
    Example("confident", np.array([[1e-5, 0.25, 0.5, 0.24999], [0.99999, 4e-6, 3e-6, 3e-6]]), np.array([[1.0, 0.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0]]), why="a sure guess and a small probability"),
    Example("doubtful", np.array([[0.25, 2e-5, 0.5, 0.24998], [0.5, 0.25, 0.125, 0.125]]), np.array([[0.0, 1.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0]]), why="a right class held for all but impossible"),
)  # fmt: skip


def cross_entropy(p, y):
    """The mean over the rows of -log of the right class's probability; p and y of shape (n, k), y one-hot."""
    return -over_rows(y * log(p))


def where_right(p, y):
    return over_rows(where(positive(y - 0.5), -log(p), 0))


CROSS_ENTROPY = Function(
    cross_entropy,
    CLASSES,
    torch=lambda torch, p, y: -torch.xlogy(y, p).sum(dim=-1).mean(),
    forms=(where_right, lambda p, y: -over_rows(log(total(y * p, axis=-1)))),
    value_range=(0, inf),
    sizes=CLASS_SIZES,
    examples=CLASS_EXAMPLES,
    properties=(
        within(0, inf),
        AVERAGES,
        CLASSES_REORDERED,
        Property("chance", "equal probabilities cost log k", lambda ask, p, y: equal(ask(0 * p + 1 / p.shape[1], y), np.log(p.shape[1]))),
        *at_the_ends(RIGHT_CLASS, RIGHT_CLASS[::-1].copy(), RIGHT_CLASS),
    ),
    misconceptions=(
        Misconception("NN701", "added over the samples", "Does your loss grow when every sample comes twice?", **guarded(lambda e: lambda p, y: -total(y * log(p + e))), convention=True),
        Misconception("NN702", "averaged over the classes too", "A sample is a row. How many terms of a row are not 0, and by what do you divide?", **guarded(lambda e: lambda p, y: -mean(y * log(p + e))), convention=True),
        Misconception("NN703", "the sign", "Is the logarithm of a probability positive or negative? Should a loss be?", **guarded(lambda e: lambda p, y: over_rows(y * log(p + e)))),
        Misconception("NN704", "the logarithm to base 2", "Which logarithm has the slope 1/p?", lambda p, y: -over_rows(y * log(p)) / LN2),
        Misconception("NN705", "the labels left out", "Does your loss change when a label changes?", **guarded(lambda e: lambda p, y: -over_rows(log(p + e)))),
        Misconception("NN706", "a binary cross-entropy for each class", "Does the probability of a wrong class enter the loss by itself?", **guarded(lambda e: lambda p, y: -over_rows(y * log(p + e) + (1 - y) * log(1 - p + e)))),
        Misconception("NN707", "a small number inside the logarithm", "By how much does 1e-7 inside the logarithm move every loss? Where alone is it needed?", padded(EPSILON), alike=tuple(map(padded, OTHER_EPSILONS))),
        Misconception("NN708", "one loss for each row", "How many numbers is the loss of a whole batch?", **guarded(lambda e: lambda p, y: -total(y * log(p + e), axis=-1)[:, 0])),
        Misconception("NN709", "a softmax of the probabilities", "p is a row of probabilities already. How small can your loss get for a sure and right guess?", lambda p, y: -over_rows(y * log(softmax(p)))),
        Misconception("NN710", "the logarithm forgotten", "Is your loss negative? What turns a probability near 0 into a large loss?", lambda p, y: -over_rows(y * p)),
        Misconception("NN711", "the logarithm of the mean probability", "What does one sample cost by itself, and what do two samples cost together?", lambda p, y: -log(over_rows(y * p))),
        Misconception("NN712", "the squared error", "How much may a prediction cost that is sure and wrong: 1, or without bound?", lambda p, y: over_rows((p - y) ** 2)),
        Misconception("NN713", "averaged twice", "By how much does your loss change when every sample comes twice?", lambda p, y: cross_entropy(p, y) / rows(p)),
        Misconception("NN722", "the logarithm to base 10", "Which logarithm has the slope 1/p?", lambda p, y: cross_entropy(p, y) / LN10),
        Misconception("NN745", "prediction and label exchanged", "Which of p and y can be exactly 0? What is the logarithm of 0?", exchanged(EPSILON), alike=tuple(map(exchanged, OTHER_EPSILONS))),
        Misconception("NN744", "clipped far from 0 and 1", "What does a right class with p = 0.00001 cost, and what does it cost after your clipping?", **clipping(cross_entropy)),
        Misconception("NN746", "divided by the number of classes", "How many losses does a batch of four samples with two classes average?", **guarded(lambda e: lambda p, y: -over_last(y * log(p + e)))),
        Misconception("NN750", "the most probable class in place of the right one", "Does your loss change when a label changes?", **guarded(lambda e: lambda p, y: -over_rows(log(amax(p) + e)))),
    ),
)  # fmt: skip

CROSS_ENTROPY_GRAD = derivative(
    CROSS_ENTROPY,
    "The gradient of cross_entropy in p, every entry of which is a variable of its own; of the shape of p.",
    forms=(lambda p, y: -y / p / rows(p), lambda p, y: -(y / (p * rows(p)))),
    sizes=CLASS_SIZES,
    examples=CLASS_EXAMPLES,
    properties=(slope_of("cross_entropy"), SHARED),
    misconceptions=(
        Misconception("NN714", "not divided by the number of rows", "The loss is a mean. Is your gradient that of a mean or of a sum?", lambda p, y: -y / p, convention=True),
        Misconception("NN715", "divided by the number of entries", "Over what does the loss average: over the rows, or over all entries?", lambda p, y: -y / p / np.size(p), convention=True),
        Misconception("NN716", "the sign", "Does the loss rise or fall when the right class becomes more probable?", lambda p, y: y / p / rows(p)),
        Misconception("NN717", "the gradient in the logits", "p - y is the slope in what goes into the softmax. In what is it asked for here?", lambda p, y: (p - y) / rows(p)),
        Misconception("NN718", "the labels left out", "Does the loss change with the probability of a wrong class, all others held fixed?", lambda p, y: -1 / p / rows(p)),
        Misconception("NN719", "the derivative of a binary cross-entropy for each class", "Does the probability of a wrong class enter the loss by itself?", lambda p, y: (-y / p + (1 - y) / (1 - p)) / rows(p)),
        Misconception("NN720", "the logarithm not differentiated", "How steep is log p at p = 0.1 and at p = 0.9?", lambda p, y: -y * log(p) / rows(p)),
        Misconception("NN721", "the probability forgotten", "How steep is log p at p = 0.1 and at p = 0.9?", lambda p, y: -y / rows(p)),
        Misconception("NN747", "divided by the number of classes", "How many losses does a batch of four samples with two classes average?", lambda p, y: -y / p / p.shape[1]),
        Misconception("NN697", "clipped far from 0 and 1", "How steep is the loss at p = 0.00001, and how steep is it after your clipping?", **clipping(lambda p, y: -y / p / rows(p))),
    ),
)  # fmt: skip

# --- several classes: logits --------------------------------------------------------------------

CLASS_LOGITS = {"z": reals(-4, 4, "n", "k"), "y": one_hot("n", "k")}
SCORE_EXAMPLES = (
    Example("batch", np.array([[1.0, -0.5, 2.0], [0.25, 3.0, -1.0]]), RIGHT_CLASS, why="two samples, three classes"),
    Example("square-batch", np.array([[1.0, 2.0, 3.0], [4.0, 4.5, -1.0], [0.0, 0.25, -2.0]]), np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]), why="as many rows as columns"),
    Example("tall", np.array([[1.0, -1.0], [0.5, 0.75], [-2.0, 1.5], [3.0, 0.25]]), np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]), why="more samples than classes"),
    Example("one-row", np.array([[0.5, -1.5, 2.0, 0.0]]), np.array([[0.0, 0.0, 1.0, 0.0]]), why="a batch of one row"),
    Example("ties", np.array([[2.0, 2.0, 2.0], [-1.0, 3.0, 3.0]]), RIGHT_CLASS, why="equal logits"),
    Example("far-right", np.array([[1000.0, 1001.0, 999.0]]), RIGHT_CLASS[:1], why="large logits, in a single row"),
    Example("far-left", np.array([[-1000.0, -1001.0, -1002.5], [-999.0, -1000.0, -998.0]]), RIGHT_CLASS, why="very negative logits"),
    Example("far-apart", np.array([[0.0, -800.0, 100.0], [800.0, 0.0, -800.0]]), RIGHT_CLASS, why="sure and wrong, sure and right"),
    Example("rows-far-apart", np.array([[900.0, 901.0, 899.5], [-900.0, -901.0, -902.0]]), RIGHT_CLASS, why="rows of very different size"),
)  # fmt: skip


def softmax_cross_entropy(z, y):
    """The cross-entropy of the probabilities softmax(z), row by row, from the logits z: a number."""
    return -over_rows(y * (z - log(total(exp(z), axis=-1))))


def log_of_shifted(z, y):
    return cross_entropy(softmax(z - amax(z)), y)


def fitted(z, y):
    """The gradient as it is taught."""
    return (softmax(z - amax(z)) - y) / rows(z)


SOFTMAX_CROSS_ENTROPY = Function(
    softmax_cross_entropy,
    CLASS_LOGITS,
    torch=lambda torch, z, y: torch.nn.functional.cross_entropy(z, y),
    forms=(
        lambda z, y: cross_entropy(softmax(z), y),
        log_of_shifted,
        lambda z, y: softmax_cross_entropy(z - amax(z), y),
        lambda z, y: over_rows(amax(z) + log(total(exp(z - amax(z)), axis=-1)) - total(y * z, axis=-1)),
    ),
    with_own=(
        lambda own, z, y: own.cross_entropy(own.softmax(z), y),
        lambda own, z, y: cross_entropy(own.softmax(z), y),
        lambda own, z, y: own.cross_entropy(softmax(z), y),
        lambda own, z, y: -over_rows(total(y * own.log_softmax(z), axis=-1)),
    ),
    value_range=(0, inf),
    sizes=CLASS_SIZES,
    examples=SCORE_EXAMPLES,
    properties=(
        AVERAGES,
        CLASSES_REORDERED,
        Property("shift-invariant", "adding the same number to a whole row changes nothing", lambda ask, z, y: equal(ask(z + 8, y), ask(z, y))),
        Property("chance", "equal logits cost log k", lambda ask, z, y: equal(ask(0 * z, y), np.log(z.shape[1]))),
    ),
    misconceptions=(
        Misconception("NN723", "added over the samples", "Does your loss grow when every sample comes twice?", lambda z, y: -total(y * log(softmax(z))), convention=True),
        Misconception("NN724", "averaged over the classes too", "A sample is a row. By what do you divide?", lambda z, y: -mean(y * log(softmax(z))), convention=True),
        Misconception("NN725", "softmax applied twice", "How small does your loss get when the right logit grows and grows?", lambda z, y: cross_entropy(softmax(softmax(z)), y)),
        Misconception("NN726", "columns in place of rows", "Which axis holds the classes?", lambda z, y: cross_entropy(exp(z) / total(exp(z), axis=0), y)),
        Misconception("NN727", "one sum over the whole batch", "To what do the probabilities of one sample add up?", lambda z, y: cross_entropy(exp(z) / total(exp(z)), y)),
        Misconception("NN728", "the sign", "Can this loss be negative?", lambda z, y: over_rows(y * log(softmax(z)))),
        Misconception("NN729", "the logarithm to base 2", "Which logarithm undoes the exponential?", lambda z, y: cross_entropy(softmax(z), y) / LN2),
        Misconception("NN730", "one loss for each row", "How many numbers is the loss of a whole batch?", lambda z, y: -total(y * log(softmax(z)), axis=-1)[:, 0]),
        Misconception("NN731", "the score of the right class left out", "Does your loss change when a label changes?", lambda z, y: over_rows(log(total(exp(z), axis=-1)))),
        Misconception("NN732", "a sigmoid for each class", "Do your probabilities of one sample add up to 1?", lambda z, y: cross_entropy(sigmoid(z), y)),
        Misconception("NN733", "the maximum not added back", "You shift by the maximum inside the sum. Where does it come back?", lambda z, y: over_rows(log(total(exp(z - amax(z)), axis=-1)) - total(y * z, axis=-1))),
        Misconception("NN748", "divided by the number of classes", "How many losses does a batch of four samples with two classes average?", lambda z, y: -over_last(y * log(softmax(z)))),
        Misconception("NN734", "the largest logit in place of the right one", "Does your loss change when a label changes?", lambda z, y: cross_entropy(softmax(z), y) + over_rows(total(y * z, axis=-1) - amax(z))),
    ),
    unstable=(
        Misconception("NN694", "exponentials of large logits", "What is e^1000 in floating point? What may be subtracted from every logit first?", softmax_cross_entropy),
        Misconception("NN695", "the logarithm of an underflowed probability", "What is e^-1000 in floating point, and its logarithm? Can the logarithm be taken on paper first?", log_of_shifted),
    ),
)  # fmt: skip

SOFTMAX_CROSS_ENTROPY_GRAD = derivative(
    SOFTMAX_CROSS_ENTROPY,
    "The gradient of softmax_cross_entropy in z, of the shape of z.",
    forms=(lambda z, y: (softmax(z) - y) / rows(z), fitted),
    with_own=(
        lambda own, z, y: (own.softmax(z) - y) / rows(z),
        lambda own, z, y: (exp(own.log_softmax(z)) - y) / rows(z),
    ),
    value_range=(-1, 1),
    sizes=CLASS_SIZES,
    examples=SCORE_EXAMPLES,
    properties=(
        slope_of("softmax_cross_entropy"),
        SHARED,
        Property("rows-sum-to-zero", "every row sums to 0: what one class gains, others lose", lambda ask, z, y: equal(ask(z, y).sum(-1), 0.0)),
        Property("shift-invariant", "adding the same number to a whole row changes nothing", lambda ask, z, y: equal(ask(z + 8, y), ask(z, y))),
    ),
    misconceptions=(
        Misconception("NN735", "not divided by the number of rows", "The loss is a mean. Is your gradient that of a mean or of a sum?", lambda z, y: softmax(z) - y, convention=True),
        Misconception("NN736", "divided by the number of entries", "Over what does the loss average: over the rows, or over all entries?", lambda z, y: (softmax(z) - y) / np.size(z), convention=True),
        Misconception("NN737", "the sign", "Does the loss rise or fall when the logit of the right class grows?", lambda z, y: (y - softmax(z)) / rows(z)),
        Misconception("NN738", "the label left out", "To what should each row of the gradient sum?", lambda z, y: softmax(z) / rows(z)),
        Misconception("NN739", "columns in place of rows", "Which axis holds the classes?", lambda z, y: (exp(z) / total(exp(z), axis=0) - y) / rows(z)),
        Misconception("NN740", "a slope p (1 - p) left in", "To what should each row of the gradient sum?", lambda z, y: (softmax(z) - y) * softmax(z) * (1 - softmax(z)) / rows(z)),
        Misconception("NN741", "logits in place of probabilities", "Which of z and its softmax is comparable with a one-hot row?", lambda z, y: (z - y) / rows(z)),
        Misconception("NN742", "the gradient in the probabilities", "In what is the slope asked for: in the probabilities, or in the logits?", lambda z, y: -y / softmax(z) / rows(z)),
        Misconception("NN743", "a sigmoid for each class", "To what should each row of the gradient sum?", lambda z, y: (sigmoid(z) - y) / rows(z)),
        Misconception("NN749", "divided by the number of classes", "How many losses does a batch of four samples with two classes average?", lambda z, y: (softmax(z) - y) / z.shape[1]),
    ),
    unstable=(
        Misconception("NN696", "exponentials of large logits", "What is e^1000 in floating point? What may be subtracted from every logit first?", lambda z, y: (softmax(z) - y) / rows(z)),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    "losses",
    "Losses and their gradients",
    (
        MAE, MAE_GRAD, MSE, MSE_GRAD, HALF_SSE, HALF_SSE_GRAD,
        BINARY_CROSS_ENTROPY, BINARY_CROSS_ENTROPY_GRAD, CROSS_ENTROPY, CROSS_ENTROPY_GRAD,
        BCE_WITH_LOGITS, BCE_WITH_LOGITS_GRAD, SOFTMAX_CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY_GRAD,
    ),
)  # fmt: skip
