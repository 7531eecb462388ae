"""Softmax, its logarithm and its Jacobian, over the last axis."""

from math import inf

import numpy as np

from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Misconception,
    Property,
    amax,
    equal,
    exp,
    gradient,
    log,
    permutation_equivariant,
    reals,
    rows_independent,
    shift_invariant,
    stack,
    total,
    within,
)
from nncheck.spec.properties import STEP

Z = {"z": reals(-8, 8, "n", "k", one_row=True)}
SIZES = {"n": (1, 4), "k": (1, 6)}

NOTES = Example("notes", np.array([3.0, 1.0, 0.2]), worked="softmax([3, 1, 0.2]) in notes D")
TEN = Example(
    "notes-ten-classes",
    np.array([0.2, 0.02, 0.15, 0.15, 1.3, 0.5, 0.06, 1.1, 0.05, 3.75]),
    worked="the ten logits of notes E (whose printed probabilities are wrong)",
)
BATCH = Example(
    "batch",
    np.array([[1.0, 2.0, 3.0], [0.5, -1.0, 4.0], [-2.0, 0.0, 0.25], [6.0, 5.0, -3.5]]),
    why="four rows that differ",
)
SQUARE = Example(
    "square-batch",
    np.array([[1.0, 2.0, 3.0], [4.0, 4.5, -1.0], [0.0, 0.25, -2.0]]),
    why="as many rows as columns",
)
EDGES = (
    BATCH,
    SQUARE,
    Example("ties", np.array([[2.0, 2.0, 2.0], [-1.0, 3.0, 3.0]]), why="equal logits"),
    Example("signed-zeros", np.array([0.0, -0.0]), why="0.0 and -0.0"),
    Example("subnormals", np.array([5e-324, 0.0, -5e-324]), why="subnormal logits"),
    Example("one-class", np.array([[3.0], [-7.0]]), why="a single class"),
    Example("one-row", np.array([[0.5, -1.5, 2.0, 0.0]]), why="a batch of one row"),
    Example("large-row", np.linspace(-4.0, 4.0, 1000), why="a thousand classes"),
    Example("far-right", np.array([1000.0, 1001.0, 999.0]), why="large logits"),
    Example("far-left", np.array([-1000.0, -1001.0, -1002.5]), why="very negative logits"),
    Example("far-apart", np.array([[1000.0, 0.0, -1000.0], [-800.0, 0.0, 800.0]]), why="logits far apart"),
    Example(
        "rows-far-apart",
        np.array([[900.0, 901.0], [-900.0, -901.0], [1.0, 2.0]]),
        why="rows of very different size",
    ),
)
EMPTY = Example("no-rows", np.zeros((0, 3)), why="a batch of no rows")
MASKED = Example("masked", np.array([[-inf, 0.0, 1.0], [2.0, -inf, -inf]]), why="a masked class, -inf")


def softmax(z):
    """Turn each row of logits z, shape (k,) or (n, k), into probabilities: e^z_i over the sum of e^z_j."""
    return exp(z) / total(exp(z), axis=-1)


def shifted(z):
    return softmax(z - amax(z))


def whole_array(z):
    return exp(z) / total(exp(z))


def two_classes(ask, z):
    difference = np.ravel(z)[0]
    return equal(ask(np.array([difference, 0.0]))[0], 1 / (1 + np.exp(-difference)))


SOFTMAX = Function(
    softmax,
    Z,
    torch=lambda torch, z: torch.softmax(z, -1),
    forms=(shifted,),
    value_range=(0, 1),
    sizes=SIZES,
    examples=(NOTES, TEN, *EDGES, EMPTY, MASKED),
    properties=(
        within(0, 1),
        Property("sums-to-one", "every row sums to 1", lambda ask, z: equal(ask(z).sum(-1), 1.0)),
        shift_invariant(),
        rows_independent(),
        permutation_equivariant(),
        Property("two-classes", "for two classes it is the sigmoid of their difference", two_classes),
    ),
    misconceptions=(
        Misconception("NN301", "one sum over the whole batch", "To what do your rows sum, one by one? Over which axis do you add?", whole_array),
        Misconception("NN302", "columns in place of rows", "Is a sample a row or a column here? Which axis holds the classes?", lambda z: exp(z) / total(exp(z), axis=0), convention=True),
        Misconception("NN303", "a row divided by another row's sum", "What shape has your sum, and how is it spread over the rows? (keepdims)", lambda z: exp(z) / exp(z).sum(axis=-1)),
        Misconception("NN304", "not normalised", "To what should the probabilities of a row add up?", exp),
        Misconception("NN305", "shares of the logits, without the exponential", "Can a probability be negative? What makes every entry positive?", lambda z: z / total(z, axis=-1)),
        Misconception("NN306", "a sigmoid for each entry", "Softmax couples the classes: to what do your rows sum?", lambda z: 1 / (1 + exp(-z))),
        Misconception("NN307", "the sign of the logits", "Should the largest logit get the largest probability?", lambda z: softmax(-z)),
        Misconception("NN308", "the logarithm of the probabilities", "Can a probability be negative?", lambda z: z - log(total(exp(z), axis=-1))),
        Misconception("NN309", "softmax applied twice", "Your probabilities are nearly equal. How often is the exponential taken?", lambda z: softmax(softmax(z))),
        Misconception("NN310", "divided by the largest", "To what do your rows sum?", lambda z: exp(z - amax(z))),
        Misconception("NN311", "a constant added to the sum", "To what do your rows sum, to the last digit? Can the sum of exponentials be 0 at all?", lambda z: exp(z) / (total(exp(z), axis=-1) + 1e-8)),
        Misconception("NN312", "powers of 2 in place of powers of e", "Which base has the exponential function?", lambda z: softmax(z * 0.6931471805599453)),
        Misconception("NN313", "a constant added to the sum after the shift", "To what do your rows sum, to the last digit? After the shift, how small can the sum get?", lambda z: exp(z - amax(z)) / (total(exp(z - amax(z)), axis=-1) + 1e-8)),
        Misconception("NN314", "a truncated value of e", "How many digits of e does your code know? The standard library knows sixteen.", lambda z: softmax(z * 0.999999327347282)),
    ),
    unstable=(
        Misconception("NN391", "exponentials of large logits", "What is e^1000 in floating point? Which change of all logits leaves the probabilities as they are?", softmax),
        Misconception("NN392", "one maximum for the whole batch", "What happens to a row whose logits all lie 1000 below the largest logit of another row?", lambda z: softmax(z - (amax(z.reshape(-1))[0] if z.size else 0))),
    ),
)  # fmt: skip


def log_softmax(z):
    """The logarithm of softmax, row by row: z_i - log(sum of e^z_j)."""
    return z - log(total(exp(z), axis=-1))


LOG_SOFTMAX = Function(
    log_softmax,
    Z,
    torch=lambda torch, z: torch.log_softmax(z, -1),
    forms=(lambda z: log(softmax(z)), lambda z: log_softmax(z - amax(z)), lambda z: log(shifted(z))),
    with_own=(lambda own, z: log(own.softmax(z)),),
    sizes={"n": (1, 4), "k": (2, 6)},
    examples=(*EDGES, EMPTY),
    properties=(
        Property("exponentials-sum-to-one", "the exponentials of every row sum to 1", lambda ask, z: equal(ask(z).exp().sum(-1), 1.0)),
        Property("differences", "differences within a row are those of the logits", lambda ask, z: equal(ask(z)[..., :1] - ask(z), z[..., :1] - z)),
        shift_invariant(),
        rows_independent(),
        Property("log-of-softmax", "its exponential is your own softmax", lambda ask, z: equal(ask(z).exp(), ask.softmax(z)), needs=("softmax",)),
    ),
    misconceptions=(
        Misconception("NN321", "the logarithm forgotten", "Is the logarithm of a probability positive?", softmax),
        Misconception("NN322", "one sum over the whole batch", "Over which axis do you add?", lambda z: z - log(total(exp(z)))),
        Misconception("NN323", "columns in place of rows", "Which axis holds the classes?", lambda z: z - log(total(exp(z), axis=0)), convention=True),
        Misconception("NN324", "the sum without its logarithm", "What is the logarithm of a quotient?", lambda z: z - total(exp(z), axis=-1)),
        Misconception("NN325", "the sign", "Is the logarithm of a number below 1 positive or negative?", lambda z: log(total(exp(z), axis=-1)) - z),
        Misconception("NN326", "the logarithm to base 2", "Which logarithm undoes the exponential?", lambda z: (z - log(total(exp(z), axis=-1))) / 0.6931471805599453),
        Misconception("NN327", "the logarithm to base 10", "Which logarithm undoes the exponential?", lambda z: (z - log(total(exp(z), axis=-1))) / 2.302585092994046),
        Misconception("NN328", "a constant inside the logarithm", "By how much does 1e-8 or 1e-7 inside the logarithm move a small probability?", lambda z: log(softmax(z) + 1e-8)),
        Misconception("NN329", "the maximum not added back", "You shift by the maximum inside the sum. Where does it come back?", lambda z: z - log(total(exp(z - amax(z)), axis=-1))),
        Misconception("NN330", "a row reduced by another row's sum", "What shape has your sum, and how is it spread over the rows? (keepdims)", lambda z: z - log(exp(z).sum(axis=-1))),
    ),
    unstable=(
        Misconception("NN393", "exponentials of large logits", "What is e^1000 in floating point? What may be subtracted from every logit first?", log_softmax),
        Misconception("NN394", "the logarithm of an underflowed probability", "What is e^-1000 in floating point, and its logarithm? Can the logarithm be taken on paper first?", lambda z: log(shifted(z))),
    ),
)  # fmt: skip


def softmax_jacobian(z):
    """The matrix of the derivatives of softmax for one row z, shape (k,): entry (i, j) is dp_i / dz_j."""
    return np.stack([gradient(p, z) for p in softmax(z)])


def jacobian_of(p):
    return np.eye(len(p), dtype=int) * p - np.outer(p, p)


def textbook_jacobian(z):
    return jacobian_of(softmax(z))


def shifted_jacobian(z):
    return textbook_jacobian(z - amax(z))


def differences(ask, z):
    columns = [
        (ask.softmax(z + STEP * unit) - ask.softmax(z - STEP * unit)) / (2 * STEP) for unit in np.eye(len(z))
    ]
    return equal(ask(z), stack(columns, axis=1))


SOFTMAX_JACOBIAN = Function(
    softmax_jacobian,
    {"z": reals(-3, 3, "k")},
    torch=lambda torch, z: torch.autograd.functional.jacobian(lambda logits: torch.softmax(logits, -1), z),
    forms=(textbook_jacobian, shifted_jacobian, lambda z: np.array([[p * ((i == j) - q) for j, q in enumerate(shifted(z))] for i, p in enumerate(shifted(z))])),
    with_own=(lambda own, z: jacobian_of(own.softmax(z)),),
    value_range=(-0.25, 0.25),
    sizes={"k": (2, 6)},
    examples=(
        Example("notes", np.array([3.0, 1.0, 0.2])),
        Example("four", np.array([0.5, -1.5, 2.0, 0.0]), why="four classes"),
        Example("ties", np.array([1.0, 1.0, 1.0]), why="equal logits"),
        Example("one-class", np.array([2.0]), why="a single class"),
        Example("many", np.linspace(-2.0, 2.0, 20), why="twenty classes"),
        Example("far-right", np.array([1000.0, 1001.0, 999.0]), why="large logits"),
        Example("far-apart", np.array([800.0, 0.0, -800.0]), why="logits far apart"),
    ),
    properties=(
        Property("rows-sum-to-zero", "every row sums to 0, because the probabilities always sum to 1", lambda ask, z: equal(ask(z).sum(-1), 0.0)),
        Property("symmetric", "dp_i/dz_j = dp_j/dz_i", lambda ask, z: equal(ask(z), ask(z).T)),
        shift_invariant(),
        Property("slope", "its columns are the slopes of your own softmax, measured by finite differences", differences, needs=("softmax",)),
    ),
    misconceptions=(
        Misconception("NN341", "only the diagonal", "Does p_1 change when z_2 grows? To what should each row sum?", lambda z: np.eye(len(z), dtype=int) * (softmax(z) * (1 - softmax(z)))),
        Misconception("NN342", "a vector of the diagonal entries", "How many outputs and how many inputs has softmax, and so how many derivatives?", lambda z: softmax(z) * (1 - softmax(z))),
        Misconception("NN343", "the sign", "Does p_1 rise or fall when z_1 grows?", lambda z: np.outer(softmax(z), softmax(z)) - np.eye(len(z), dtype=int) * softmax(z)),
        Misconception("NN344", "a plus for the minus", "To what should each row sum?", lambda z: np.eye(len(z), dtype=int) * softmax(z) + np.outer(softmax(z), softmax(z))),
        Misconception("NN345", "the diagonal term forgotten", "What does the Kronecker delta add for i = j?", lambda z: -np.outer(softmax(z), softmax(z))),
        Misconception("NN346", "the product term forgotten", "Does p_1 change when z_2 grows?", lambda z: np.eye(len(z), dtype=int) * softmax(z)),
        Misconception("NN347", "the sigmoid's slope", "Does softmax treat each entry alone?", lambda z: np.eye(len(z), dtype=int) * ((1 / (1 + exp(-z))) * (1 - 1 / (1 + exp(-z))))),
        Misconception("NN348", "logits in place of probabilities", "Which vector stands in the formula: z, or softmax of z?", lambda z: np.eye(len(z), dtype=int) * z - np.outer(z, z)),
        Misconception("NN349", "1 in place of p on the diagonal", "Let p_i be close to 1. How much can it still change with z_i, and what does your diagonal say?", lambda z: np.eye(len(z), dtype=int) - np.outer(softmax(z), softmax(z))),
        Misconception("NN350", "the Jacobian of log_softmax", "Of which function are these the derivatives?", lambda z: np.eye(len(z), dtype=int) - np.stack([softmax(z)] * len(z))),
        Misconception("NN351", "one half of the matrix left at 0", "dp_1/dz_2 and dp_2/dz_1 are equal. Are they in your matrix?", lambda z: np.triu(np.ones((len(z), len(z)), dtype=int)) * textbook_jacobian(z)),
        Misconception("NN352", "a plus beside the diagonal", "Does p_1 rise or fall when z_2 grows? To what should each row sum?", lambda z: np.outer(softmax(z), softmax(z)) * (1 - 2 * np.eye(len(z), dtype=int)) + np.eye(len(z), dtype=int) * softmax(z)),
    ),
    unstable=(
        Misconception("NN395", "exponentials of large logits", "What is e^1000 in floating point? Which change of all logits leaves the probabilities as they are?", textbook_jacobian),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    "softmax", "Softmax, log-softmax and the Jacobian", (SOFTMAX, LOG_SOFTMAX, SOFTMAX_JACOBIAN)
)
