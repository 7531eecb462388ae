"""L2 penalty and batch normalization with their gradients, and dropout.

Samples lie in rows, features in columns; the variance of a column is divided by n (biased).
"""

import numpy as np

from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Link,
    Misconception,
    Property,
    Random,
    derivative,
    dropped,
    equal,
    even,
    generator,
    gradient,
    homogeneous,
    increasing,
    number,
    odd,
    one_of,
    positive,
    reals,
    sqrt,
    total,
    where,
)
from nncheck.spec.properties import STEP

# --- L2 penalty -------------------------------------------------------------------------------

L2_SIZES = {"n": (2, 4), "k": (2, 5)}
L2_EXAMPLES = (
    Example("matrix", np.array([[1.0, -2.0, 0.5], [3.0, 0.25, -1.5]]), 0.3, why="a matrix of weights"),
    Example("vector", np.array([0.5, -1.0, 2.0, -0.125]), 0.01, why="a vector of weights"),
    Example("three-axes", np.linspace(-1.0, 2.0, 12).reshape(2, 3, 2), 1.5, why="weights with three axes"),
    Example("one-weight", np.array(-1.5), 0.7, why="a 0-d array"),
    Example("no-weights", np.zeros((0, 3)), 0.3, why="no weights at all"),
    Example("no-penalty", np.array([1.0, -2.0, 0.5]), 0.0, why="lam = 0"),
    Example("far-apart", np.array([1e-6, 3000.0, -0.5]), 0.02, why="weights of very different size"),
)


def l2_penalty(w, lam):
    """Half of lam times the sum of the squares of all weights w, an array of any shape: a number."""
    return lam / 2 * total(w**2)


L2_PENALTY = Function(
    l2_penalty,
    {"w": reals(-4, 4, "n", "k", one_row=True), "lam": number(0.1, 3.0)},
    torch=lambda torch, w, lam: lam / 2 * w.pow(2).sum(),
    forms=(lambda w, lam: lam * total(w * w) / 2, lambda w, lam: total(0.5 * lam * w * w)),
    sizes=L2_SIZES,
    examples=L2_EXAMPLES,
    properties=(
        even(),
        Property("quadratic", "doubled weights have four times the penalty", lambda ask, w, lam: equal(ask(2 * w, lam), 4 * ask(w, lam))),
        Property("adds-up", "the penalty of several arrays is the sum of theirs", lambda ask, w, lam: equal(ask(np.concatenate([w, w / 2]), lam), ask(w, lam) + ask(w / 2, lam))),
    ),
    misconceptions=(
        Misconception("NN801", "the half forgotten", "Your penalty is twice the expected one. Which factor will cancel the 2 of the derivative?", lambda w, lam: lam * total(w**2), convention=True),
        Misconception("NN802", "the mean of the squares", "Does the penalty average over the weights, or add?", lambda w, lam: lam / 2 * total(w**2) / w.size, convention=True),
        Misconception("NN803", "the half forgotten, and the mean of the squares", "Which factor stands in front, and does the penalty average or add?", lambda w, lam: lam * total(w**2) / w.size, convention=True),
        Misconception("NN804", "the norm, not its square", "Is there a root in the penalty? What does it do when all weights double?", lambda w, lam: lam / 2 * sqrt(total(w**2)), alike=(lambda w, lam: lam * sqrt(total(w**2)),)),
        Misconception("NN805", "absolute values in place of squares", "Which penalty is that: L1, or L2?", lambda w, lam: lam * total(abs(w))),
        Misconception("NN806", "half the absolute values in place of squares", "What happens to each weight before the sum?", lambda w, lam: lam / 2 * total(abs(w))),
        Misconception("NN807", "lam forgotten", "What should the penalty be for lam = 0?", lambda w, lam: total(w**2) / 2),
        Misconception("NN808", "lam squared", "How often does lam enter the penalty?", lambda w, lam: lam * lam / 2 * total(w**2)),
        Misconception("NN809", "the square of the sum", "Do you square first and then add, or the other way round?", lambda w, lam: lam / 2 * total(w) ** 2),
        Misconception("NN810", "the sign", "The penalty is added to the loss. Should large weights raise the loss or lower it?", lambda w, lam: -lam / 2 * total(w**2)),
        Misconception("NN811", "the squares, not added", "How many numbers is the penalty of a whole matrix?", lambda w, lam: lam / 2 * w**2),
        Misconception("NN812", "one penalty for each row", "How many numbers is the penalty of a whole matrix?", lambda w, lam: lam / 2 * total(w**2, axis=-1)[..., 0] if w.ndim else lam / 2 * w**2),
        Misconception("NN813", "lam / 2 squared with the weights", "Which part of the product is squared?", lambda w, lam: total((lam / 2 * w) ** 2)),
    ),
)  # fmt: skip


def own_l2_slope(ask, w, lam):
    """One step along a direction of ones, measured with the student's own penalty."""
    difference = ask.l2_penalty(w + STEP, lam) - ask.l2_penalty(w - STEP, lam)
    return equal(ask(w, lam).sum(), difference / (2 * STEP))


L2_PENALTY_GRAD = derivative(
    L2_PENALTY,
    "The derivative of l2_penalty in each weight, an array of the shape of w.",
    forms=(lambda w, lam: lam * w, lambda w, lam: 2 * w * lam / 2),
    sizes=L2_SIZES,
    examples=L2_EXAMPLES,
    properties=(
        odd(),
        increasing(),
        homogeneous(),
        Property("slope", "it is the slope of your own l2_penalty, measured by a finite difference", own_l2_slope, needs=("l2_penalty",)),
    ),
    misconceptions=(
        Misconception("NN821", "twice the gradient", "Which factor stands in front of the sum of squares, and what does it cancel?", lambda w, lam: 2 * lam * w, convention=True),
        Misconception("NN822", "half the gradient", "What does the derivative of a square bring down?", lambda w, lam: lam / 2 * w),
        Misconception("NN823", "the sign of the weights alone", "Of which penalty is that the gradient: L1, or L2?", lambda w, lam: lam * where(positive(w), 1, -1)),
        Misconception("NN824", "lam forgotten", "What should the gradient be for lam = 0?", lambda w, lam: w),
        Misconception("NN825", "the sign", "Does the penalty grow or fall when a positive weight grows?", lambda w, lam: -lam * w),
        Misconception("NN826", "the square not differentiated", "What is the derivative of a square: another square?", lambda w, lam: lam * w**2),
        Misconception("NN827", "the penalty of each weight in place of its slope", "How does the penalty change when a negative weight grows?", lambda w, lam: lam / 2 * w**2),
        Misconception("NN828", "lam squared", "How often does lam enter the gradient?", lambda w, lam: lam * lam * w),
        Misconception("NN829", "absolute values of the weights", "How does the penalty change when a negative weight grows?", lambda w, lam: lam * abs(w)),
        Misconception("NN830", "the weights after a step of decay", "Is the gradient asked for, or the weights that a step leaves?", lambda w, lam: w - lam * w),
    ),
)  # fmt: skip

# --- batch normalization ----------------------------------------------------------------------

SIZES = {"n": (3, 6), "d": (2, 4)}
X = reals(-3, 3, "n", "d")
ROW = reals(-2, 2, "d")
EPS = number(0.1, 0.9)

BATCH = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.5], [-2.0, 0.75, 1.0], [1.0, 3.0, -1.5]])
GAMMA, BETA = np.array([1.5, -0.5, 2.0]), np.array([0.25, -1.0, 0.5])
SQUARE = np.array([[1.0, -0.5, 2.0], [0.0, 1.5, -1.0], [2.5, 0.75, 0.25]])
CONSTANT = np.array([[0.5, 1.0], [0.5, -1.0], [0.5, 2.5], [0.5, 0.25]])
SMALL_SPREAD = 1 + np.array([[1.0, -2.0], [3.0, 0.5], [-2.0, 1.5], [0.5, 4.0]]) / 512
# So far from zero that a difference of squares loses its digits, and single precision does not.
OFFSET = 2048 + np.array([[1.0, -0.5], [-2.0, 1.5], [0.5, 2.0], [3.0, -1.0], [-1.5, 0.25]])
# The squares overflow, those of the differences from the mean do not.
HUGE = 1e160 * (1 + 1e-7 * np.array([[1.0, -0.5], [-2.0, 1.5], [0.5, 2.0], [3.0, -1.0]]))

# The normalized outlier is 5.3: in a batch of a few rows none lies so far out.
OUTLIER = np.concatenate([np.arange(29) % 7 / 4 - 0.5, [40.0]])[:, None]

TRAINING_DATA = (
    ("batch", BATCH, GAMMA, BETA, 1e-5, "four rows, three columns"),
    ("large-eps", BATCH, GAMMA, BETA, 0.5, "a large eps"),
    ("square", SQUARE, GAMMA, BETA, 0.1, "as many rows as columns"),
    ("two-rows", BATCH[:2, :2], GAMMA[1:], BETA[1:], 0.25, "a batch of two rows"),
    ("one-column", OUTLIER, GAMMA[:1], BETA[:1], 1e-3, "a single feature with an outlier"),
    ("constant-column", CONSTANT, GAMMA[:2], BETA[:2], 1e-3, "a column whose variance is 0"),
    ("offset", OFFSET, GAMMA[:2], BETA[:2], 1e-5, "columns far from 0"),
    ("small-spread", SMALL_SPREAD, GAMMA[1:], BETA[1:], 1e-5, "variances as small as eps"),
)


def mean(a, axis=0):
    return total(a, axis=axis) / a.shape[axis]


def variance(x, axis=0):
    return mean((x - mean(x, axis)) ** 2, axis)


def raw_variance(x):
    """E[x^2] - E[x]^2: the same number on paper."""
    return mean(x**2) - mean(x) * mean(x)


def batch_norm(x, gamma, beta, eps=1e-5):
    """Normalize each column of x, shape (n, d), by its own mean and biased variance; scale and shift it."""
    return gamma * (x - mean(x)) / sqrt(variance(x) + eps) + beta


NO_VARIANCE = 1e-25


def in_use_by_own_statistics(own, x, gamma, beta, eps):
    """The layer in use, given the statistics of the batch; rounding must not make a variance of 0 negative."""
    return own.batch_norm_eval(x, gamma, beta, mean(x)[0], variance(x)[0] + NO_VARIANCE, eps)


def normalised(x, eps, centre=mean, spread=lambda x, eps: sqrt(variance(x) + eps)):
    """x without scale and shift, with a link exchanged."""
    return (x - centre(x)) / spread(x, eps)


def forward(**changes):
    """Batch normalization with a link exchanged."""
    return lambda x, gamma, beta, eps: gamma * normalised(x, eps, **changes) + beta


def folded(x, gamma, beta, centre, spread, eps):
    """One multiplication and one addition for each entry."""
    scale = gamma / sqrt(spread + eps)
    return x * scale + (beta - centre * scale)


def raw(x, eps):
    return sqrt(raw_variance(x) + eps)


def unbiased(x, eps):
    return sqrt(total((x - mean(x)) ** 2, axis=0) / (len(x) - 1) + eps)


def eps_outside(x, eps):
    return sqrt(variance(x)) + eps


def no_eps(x, eps):
    return sqrt(variance(x))


def no_root(x, eps):
    return variance(x) + eps


def sum_of_squares(x, eps):
    return sqrt(total((x - mean(x)) ** 2, axis=0) + eps)


def mean_square(x, eps):
    return sqrt(mean(x**2) + eps)


def over_rows(x, gamma, beta, eps):
    return gamma * (x - mean(x, 1)) / sqrt(variance(x, 1) + eps) + beta


def over_everything(x, gamma, beta, eps):
    return batch_norm(x.reshape(-1, 1), 1, 0, eps).reshape(x.shape) * gamma + beta


def columns_alone(ask, x, gamma, beta, eps):
    alone = ask(np.ascontiguousarray(x[:, :1]), gamma[:1], beta[:1], eps)
    return equal(ask(x, gamma, beta, eps)[:, :1], alone)


BATCH_NORM = Function(
    batch_norm,
    {"x": X, "gamma": ROW, "beta": ROW, "eps": EPS},
    torch=lambda torch, x, gamma, beta, eps: torch.batch_norm(x, gamma, beta, None, None, True, 0.0, eps, False),
    forms=(forward(), forward(spread=raw), lambda x, gamma, beta, eps: folded(x, gamma, beta, mean(x), variance(x), eps)),
    with_own=(in_use_by_own_statistics,),
    sizes=SIZES,
    examples=(
        *(Example(name, x, gamma, beta, eps, why=why) for name, x, gamma, beta, eps, why in TRAINING_DATA),
        Example("huge", HUGE, GAMMA[:2], BETA[:2], 1e-5, why="numbers whose squares overflow"),
    ),
    properties=(
        Property("shift-invariant", "adding the same number to a whole column changes nothing", lambda ask, x, gamma, beta, eps: equal(ask(x + 8, gamma, beta, eps), ask(x, gamma, beta, eps))),
        Property("mean-is-beta", "the mean of each column is its beta", lambda ask, x, gamma, beta, eps: equal(ask(x, gamma, beta, eps).sum(0) / len(x), beta)),
        Property("columns-independent", "each column gets the answer that it gets alone", columns_alone),
        Property("reordered-rows", "reordering the rows reorders the answer in the same way", lambda ask, x, gamma, beta, eps: equal(ask(np.ascontiguousarray(x[::-1]), gamma, beta, eps), ask(x, gamma, beta, eps)[::-1])),
        Property("scale-and-shift", "doubling gamma and beta doubles the answer", lambda ask, x, gamma, beta, eps: equal(ask(x, 2 * gamma, 2 * beta, eps), 2 * ask(x, gamma, beta, eps))),
    ),
    misconceptions=(
        Misconception("NN831", "the unbiased variance, divided by n - 1", "By which number is the sum of squares divided here: by n, or by n - 1?", forward(spread=unbiased), convention=True, alike=(forward(spread=lambda x, eps: unbiased(x, 0) + eps),)),
        Misconception("NN832", "eps outside the root", "Is eps added to the variance, or to the standard deviation?", forward(spread=eps_outside), convention=True),
        Misconception("NN833", "eps forgotten", "What does your code divide by where a column is constant?", forward(spread=no_eps)),
        Misconception("NN834", "divided by the variance", "Which spread should a column have afterwards? In which unit is a variance?", forward(spread=no_root)),
        Misconception("NN835", "rows in place of columns", "Over which axis do you average: over the samples of a feature, or over the features of a sample?", over_rows),
        Misconception("NN836", "one mean and one variance for the whole batch", "How many features are there, and how many means?", over_everything),
        Misconception("NN837", "beta forgotten", "What is the mean of each column of your answer, and what should it be?", lambda x, gamma, beta, eps: gamma * normalised(x, eps)),
        Misconception("NN838", "gamma forgotten", "What should happen to the answer when gamma doubles?", lambda x, gamma, beta, eps: normalised(x, eps) + beta),
        Misconception("NN839", "neither gamma nor beta", "Which two numbers does the layer learn for each feature?", lambda x, gamma, beta, eps: normalised(x, eps)),
        Misconception("NN840", "gamma and beta exchanged", "Which of the two scales, and which one shifts?", lambda x, gamma, beta, eps: beta * normalised(x, eps) + gamma),
        Misconception("NN841", "beta multiplied by gamma", "Is the shift added before or after the scaling?", lambda x, gamma, beta, eps: gamma * (normalised(x, eps) + beta)),
        Misconception("NN842", "the mean not subtracted", "Where should the middle of each column lie before it is scaled?", forward(centre=lambda x: 0)),
        Misconception("NN843", "not divided by the spread", "Which spread should each column have before it is scaled?", forward(spread=lambda x, eps: 1)),
        Misconception("NN844", "the sum of squares, not divided by n", "Is a variance a sum or a mean?", forward(spread=sum_of_squares)),
        Misconception("NN845", "squares taken before the mean is subtracted", "Is a variance the mean of the squares? What if every entry is 5?", forward(spread=mean_square)),
        Misconception("NN846", "multiplied by the spread", "Should a wide column become wider?", forward(spread=lambda x, eps: 1 / sqrt(variance(x) + eps))),
        Misconception("NN847", "the mean absolute deviation", "Which measure of spread is asked for?", forward(spread=lambda x, eps: mean(abs(x - mean(x))) + eps)),
        Misconception("NN848", "eps subtracted", "What is eps there to prevent? Can your root become that of a negative number?", forward(spread=lambda x, eps: sqrt(variance(x) - eps))),
        Misconception("NN849", "eps squared", "How often does eps enter?", forward(spread=lambda x, eps: sqrt(variance(x) + eps * eps))),
        Misconception("NN850", "beta subtracted", "Is the shift added or subtracted?", lambda x, gamma, beta, eps: gamma * normalised(x, eps) - beta),
    ),
    unstable=(
        Misconception("NN891", "the mean of the squares less the square of the mean", "Both of your means are large, and the variance is their small difference. How many digits are left? What can be subtracted before squaring?", forward(spread=raw)),
    ),
)  # fmt: skip

# --- its gradients ----------------------------------------------------------------------------


def back_through(layer, dy, x, gamma, eps):
    """The gradients of sum(dy * y) in x, gamma and beta, whose own value they do not depend on."""
    beta = 0 * gamma
    return gradient(total(dy * layer(x, gamma, beta, eps)), (x, gamma, beta))


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    """Return (dx, dgamma, dbeta): the gradients of a loss in x, gamma and beta, dy being that in the output."""
    return back_through(batch_norm, dy, x, gamma, eps)


def columns(a):
    return total(a, axis=0)[0]


def step_by_step(dy, x, gamma, eps, mean_path=1, variance_path=1):
    """The chain rule as people write it: through the numerator, the variance and the mean."""
    n, centred, root = len(x), x - mean(x), sqrt(variance(x) + eps)
    inner = dy * gamma
    d_variance = -total(inner * centred, axis=0) / (2 * root**3)
    d_mean = -total(inner, axis=0) / root - d_variance * 2 * total(centred, axis=0) / n
    dx = inner / root + variance_path * d_variance * 2 * centred / n + mean_path * d_mean / n
    return dx, columns(dy * centred / root), columns(dy)


def in_one_line(dy, x, gamma, eps, spread=lambda x, eps: sqrt(variance(x) + eps), n=None, hat=None):
    """The three paths gathered into one formula; `n` replaces the number of samples inside, `hat` x normalized."""
    rows, root = n or len(x), spread(x, eps)
    hat = normalised(x, eps, spread=spread) if hat is None else hat
    dx = gamma / (rows * root) * (rows * dy - total(dy, axis=0) - hat * total(dy * hat, axis=0))
    return dx, columns(dy * hat), columns(dy)


def changed(dx=None, dgamma=None, dbeta=None):
    """The right gradients with some of them replaced by a formula of (dy, x, gamma, eps)."""

    def formula(*arguments):
        right = step_by_step(*arguments)
        made = [wrong(*arguments) if wrong else None for wrong in (dx, dgamma, dbeta)]
        return tuple(each if new is None else new for each, new in zip(right, made, strict=True))

    return formula


def in_order(first, second, third):
    """The right gradients, in another order."""

    def formula(*arguments):
        right = step_by_step(*arguments)
        return right[first], right[second], right[third]

    return formula


def backward_of(layer):
    return lambda dy, x, gamma, eps: back_through(layer, dy, x, gamma, eps)


def torch_batch_norm_backward(torch, dy, x, gamma, eps):
    leaves = [each.detach().clone().requires_grad_() for each in (x, gamma, torch.zeros_like(gamma))]
    y = torch.batch_norm(*leaves, None, None, True, 0.0, eps, False)
    return torch.autograd.grad(y, leaves, dy)


def own_batch_norm_slope(ask, dy, x, gamma, eps):
    """One step along an uneven direction, measured with the student's own forward pass."""
    direction = STEP * (np.arange(x.size).reshape(x.shape) % 3)
    beta = np.zeros_like(gamma)
    up, down = (ask.batch_norm(x + side * direction, gamma, beta, eps) for side in (1, -1))
    return equal((ask(dy, x, gamma, eps)[0] * direction).sum(), (dy * (up - down)).sum() / 2)


DY = np.array([[0.5, -0.25, 1.0], [-1.5, 2.0, 0.75], [0.125, -0.5, -2.0], [1.0, 0.5, 0.25]])
UPSTREAM = {
    "offset": np.concatenate([DY[:, :2], [[-0.75, 1.25]]]),
    "one-column": np.resize(DY, OUTLIER.shape),
}

BATCH_NORM_BACKWARD = Function(
    batch_norm_backward,
    {"dy": reals(-2, 2, "n", "d"), "x": X, "gamma": ROW, "eps": EPS},
    torch=torch_batch_norm_backward,
    forms=(step_by_step, in_one_line, lambda dy, x, gamma, eps: in_one_line(dy, x, gamma, eps, spread=raw)),
    with_own=(lambda own, dy, x, gamma, eps: in_one_line(dy, x, gamma, eps, hat=own.batch_norm(x, 0 * gamma + 1, 0 * gamma, eps)),),
    sizes=SIZES,
    points=2.0,
    examples=tuple(
        Example(name, UPSTREAM.get(name, DY)[: x.shape[0], : x.shape[1]], x, gamma, eps, why=why)
        for name, x, gamma, _, eps, why in TRAINING_DATA
    ),
    properties=(
        Property("columns-sum-to-zero", "every column of dx sums to 0, because shifting a column changes nothing", lambda ask, dy, x, gamma, eps: equal(ask(dy, x, gamma, eps)[0].sum(0), 0.0)),
        Property("linear", "doubling dy doubles all gradients", lambda ask, dy, x, gamma, eps: equal(ask(2 * dy, x, gamma, eps)[0], 2 * ask(dy, x, gamma, eps)[0])),
        Property("reordered-rows", "reordering the rows reorders dx in the same way", lambda ask, dy, x, gamma, eps: equal(ask(np.ascontiguousarray(dy[::-1]), np.ascontiguousarray(x[::-1]), gamma, eps)[0], ask(dy, x, gamma, eps)[0][::-1])),
        Property("slope", "dx is the slope of your own batch_norm, measured by a finite difference", own_batch_norm_slope, needs=("batch_norm",)),
    ),
    links=(Link("dbeta", "2"), Link("dgamma", "1"), Link("dx", "0")),
    misconceptions=(
        Misconception("NN851", "mean and variance taken for constants", "Do the mean and the variance of a column change when one of its entries does?", lambda dy, x, gamma, eps: step_by_step(dy, x, gamma, eps, mean_path=0, variance_path=0)),
        Misconception("NN852", "the path through the mean forgotten", "Along how many paths does an entry of x reach the output?", lambda dy, x, gamma, eps: step_by_step(dy, x, gamma, eps, mean_path=0)),
        Misconception("NN853", "the path through the variance forgotten", "Along how many paths does an entry of x reach the output?", lambda dy, x, gamma, eps: step_by_step(dy, x, gamma, eps, variance_path=0)),
        Misconception("NN854", "gamma missing in dx", "The chain goes back from y to the normalized x. Which factor belongs to that link?", changed(dx=lambda dy, x, gamma, eps: step_by_step(dy, x, 1, eps)[0])),
        Misconception("NN855", "x in place of the normalized x in dgamma", "What is multiplied by gamma in the forward pass?", changed(dgamma=lambda dy, x, gamma, eps: columns(dy * x))),
        Misconception("NN856", "the centred x in place of the normalized x in dgamma", "What is multiplied by gamma in the forward pass?", changed(dgamma=lambda dy, x, gamma, eps: columns(dy * (x - mean(x))))),
        Misconception("NN857", "dgamma and dbeta exchanged", "Which of the two needs the normalized x?", in_order(0, 2, 1)),
        Misconception("NN858", "dgamma and dbeta averaged over the batch", "Each sample adds to the loss through gamma. Do its shares add up, or average?", changed(dgamma=lambda dy, x, gamma, eps: mean(dy * normalised(x, eps))[0], dbeta=lambda dy, x, gamma, eps: mean(dy)[0])),
        Misconception("NN859", "dgamma and dbeta not summed over the batch", "Which shapes have gamma and beta, and so which shapes have their gradients?", changed(dgamma=lambda dy, x, gamma, eps: dy * normalised(x, eps), dbeta=lambda dy, x, gamma, eps: dy)),
        Misconception("NN860", "dgamma and dbeta summed over everything", "Over which axis do you add?", changed(dgamma=lambda dy, x, gamma, eps: gamma * 0 + total(dy * normalised(x, eps)), dbeta=lambda dy, x, gamma, eps: gamma * 0 + total(dy))),
        Misconception("NN861", "the unbiased variance, divided by n - 1", "By which number is the sum of squares divided in the forward pass?", backward_of(forward(spread=unbiased)), convention=True),
        Misconception("NN862", "eps outside the root", "Is eps added to the variance, or to the standard deviation?", backward_of(forward(spread=eps_outside)), convention=True),
        Misconception("NN863", "eps forgotten", "What does your code divide by where a column is constant?", backward_of(forward(spread=no_eps))),
        Misconception("NN864", "rows in place of columns", "Over which axis does the forward pass average?", backward_of(over_rows)),
        Misconception("NN865", "the sign of dx", "Does an output grow or fall when its own input grows?", changed(dx=lambda dy, x, gamma, eps: -step_by_step(dy, x, gamma, eps)[0])),
        Misconception("NN866", "a 1 in place of n", "Which of your terms should be means and are sums?", changed(dx=lambda dy, x, gamma, eps: in_one_line(dy, x, gamma, eps, n=1)[0])),
        Misconception("NN867", "dx divided by the variance", "Which power of the spread does the derivative of x / spread in x have?", changed(dx=lambda dy, x, gamma, eps: step_by_step(dy, x, gamma, eps)[0] / sqrt(variance(x) + eps))),
        Misconception("NN868", "dy ignored", "What comes in from the layers above, and where does it enter?", lambda dy, x, gamma, eps: step_by_step(0 * dy + 1, x, gamma, eps)),
        Misconception("NN869", "gamma left in dgamma", "What is the derivative of gamma times a number in gamma?", changed(dgamma=lambda dy, x, gamma, eps: gamma * columns(dy * normalised(x, eps)))),
        Misconception("NN870", "gamma left in dbeta", "Which factor has beta in the forward pass?", changed(dbeta=lambda dy, x, gamma, eps: gamma * columns(dy))),
        Misconception("NN871", "the sign of the path through the variance", "The output falls when the variance grows. Which sign has that derivative?", lambda dy, x, gamma, eps: step_by_step(dy, x, gamma, eps, variance_path=-1)),
        Misconception("NN872", "dbeta, dgamma, dx: the other way round", "In which order are the three gradients to be returned?", in_order(2, 1, 0)),
        Misconception("NN889", "the path through the variance not divided by n", "The variance is a mean. How much does one entry of x add to it?", lambda dy, x, gamma, eps: step_by_step(dy, x, gamma, eps, variance_path=len(x))),
        Misconception("NN890", "the path through the mean not divided by n", "How much does the mean move when one entry of x grows by 1?", lambda dy, x, gamma, eps: step_by_step(dy, x, gamma, eps, mean_path=len(x))),
    ),
)  # fmt: skip

# --- in use -----------------------------------------------------------------------------------


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    """Normalize x, shape (n, d), by the given mean and variance of each column, shape (d,); scale and shift."""
    return gamma * (x - mean) / sqrt(var + eps) + beta


def is_training_with_own_statistics(ask, x, gamma, beta, mean, var, eps):
    return equal(ask(x, gamma, beta, x.mean(axis=0), x.var(axis=0), eps), ask.batch_norm(x, gamma, beta, eps))


def rows_alone(ask, x, gamma, beta, mean, var, eps):
    return equal(ask(x, gamma, beta, mean, var, eps)[:1], ask(x[:1], gamma, beta, mean, var, eps))


RUNNING_MEAN, RUNNING_VARIANCE = np.array([0.75, -0.25, 1.5]), np.array([0.5, 2.25, 4.0])

BATCH_NORM_EVAL = Function(
    batch_norm_eval,
    {"x": X, "gamma": ROW, "beta": ROW, "mean": ROW, "var": reals(0.25, 6, "d"), "eps": EPS},
    torch=lambda torch, x, gamma, beta, mean, var, eps: torch.nn.functional.batch_norm(x, mean, var, gamma, beta, eps=eps),
    forms=(folded, lambda x, gamma, beta, mean, var, eps: (x - mean) / sqrt(var + eps) * gamma + beta),
    sizes=SIZES,
    examples=(
        Example("batch", BATCH, GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE, 1e-5, why="four rows, three columns"),
        Example("large-eps", BATCH, GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE, 0.5, why="a large eps"),
        Example("square", SQUARE, GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE, 0.1, why="as many rows as columns"),
        Example("one-row", BATCH[2:3], GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE, 1e-3, why="a single sample"),
        Example("no-rows", np.zeros((0, 3)), GAMMA, BETA, RUNNING_MEAN, RUNNING_VARIANCE, 1e-3, why="a batch of no rows"),
        Example("no-variance", BATCH[:, :2], GAMMA[:2], BETA[:2], RUNNING_MEAN[:2], np.array([0.0, 1e-3]), 1e-3, why="variances of 0 and of the size of eps"),
        Example("offset", OFFSET, GAMMA[:2], BETA[:2], np.array([2048.5, 2047.0]), np.array([2.0, 0.75]), 1e-5, why="columns far from 0"),
    ),
    properties=(
        Property("rows-independent", "each row gets the answer that it gets alone", rows_alone),
        Property("beta-at-the-mean", "a row at the mean becomes beta", lambda ask, x, gamma, beta, mean, var, eps: equal(ask(0 * x + mean, gamma, beta, mean, var, eps), 0 * x + beta)),
        Property("as-in-training", "with the mean and the variance of the batch itself it is your own batch_norm", is_training_with_own_statistics, needs=("batch_norm",)),
    ),
    misconceptions=(
        Misconception("NN873", "the statistics of the batch in place of the given ones", "Should the answer for a sample depend on which samples stand beside it?", lambda x, gamma, beta, mean, var, eps: batch_norm(x, gamma, beta, eps)),
        Misconception("NN874", "the batch's own mean", "Which mean is meant when the network is in use?", lambda x, gamma, beta, centre, var, eps: batch_norm_eval(x, gamma, beta, mean(x), var, eps)),
        Misconception("NN875", "the batch's own variance", "Which variance is meant when the network is in use?", lambda x, gamma, beta, mean, var, eps: batch_norm_eval(x, gamma, beta, mean, variance(x), eps)),
        Misconception("NN876", "divided by the variance", "Is var a variance or a standard deviation? By which of them do you divide?", lambda x, gamma, beta, mean, var, eps: gamma * (x - mean) / (var + eps) + beta),
        Misconception("NN877", "eps forgotten", "What does your code divide by where var is 0?", lambda x, gamma, beta, mean, var, eps: gamma * (x - mean) / sqrt(var) + beta),
        Misconception("NN878", "eps outside the root", "Is eps added to the variance, or to the standard deviation?", lambda x, gamma, beta, mean, var, eps: gamma * (x - mean) / (sqrt(var) + eps) + beta, convention=True),
        Misconception("NN879", "the mean not subtracted", "What should come out for a row that lies at the mean?", lambda x, gamma, beta, mean, var, eps: gamma * x / sqrt(var + eps) + beta),
        Misconception("NN880", "beta forgotten", "What should come out for a row that lies at the mean?", lambda x, gamma, beta, mean, var, eps: batch_norm_eval(x, gamma, 0, mean, var, eps)),
        Misconception("NN881", "gamma forgotten", "What should happen to the answer when gamma doubles?", lambda x, gamma, beta, mean, var, eps: batch_norm_eval(x, 1, beta, mean, var, eps)),
        Misconception("NN882", "gamma and beta exchanged", "Which of the two scales, and which one shifts?", lambda x, gamma, beta, mean, var, eps: batch_norm_eval(x, beta, gamma, mean, var, eps)),
        Misconception("NN883", "mean and variance exchanged", "Which of the two is subtracted?", lambda x, gamma, beta, mean, var, eps: batch_norm_eval(x, gamma, beta, var, abs(mean), eps)),
        Misconception("NN884", "var squared", "Is var a variance already, or a standard deviation?", lambda x, gamma, beta, mean, var, eps: batch_norm_eval(x, gamma, beta, mean, var * var, eps)),
        Misconception("NN885", "the variance corrected by n / (n - 1)", "Does the number of samples in use say anything about the variance that was given?", lambda x, gamma, beta, mean, var, eps: batch_norm_eval(x, gamma, beta, mean, var * len(x) / (len(x) - 1), eps)),
        Misconception("NN886", "multiplied by the spread", "Should a wide column become wider?", lambda x, gamma, beta, mean, var, eps: gamma * (x - mean) * sqrt(var + eps) + beta),
        Misconception("NN887", "beta multiplied by gamma", "Is the shift added before or after the scaling?", lambda x, gamma, beta, mean, var, eps: gamma * ((x - mean) / sqrt(var + eps) + beta)),
        Misconception("NN888", "the mean added", "Should the column move towards 0 or away from it?", lambda x, gamma, beta, mean, var, eps: gamma * (x + mean) / sqrt(var + eps) + beta),
    ),
)  # fmt: skip

# --- dropout ----------------------------------------------------------------------------------


def dropout(x, p, rng, training):
    """In training rng sets each entry of x to 0 with probability p and the others are divided by 1 - p; else return x."""
    return dropped(x, p) if training else dropped(x, 0)


def in_training(p, factor):
    """The formula that loses entries with probability p(p) and multiplies the others by factor(p)."""
    return lambda x, given, rng, training: dropped(x, p(given), factor(given)) if training else dropped(x, 0)


# Nearly square, so that no two rows or columns of a mask are equal by chance, even if most entries are lost.
LARGE = np.linspace(-2.0, 3.0, 16_000).reshape(125, 128)
SMALL = np.array([[0.5, -1.0, 2.0, 0.25], [3.0, -0.125, 1.5, -2.0], [-0.75, 1.25, -3.0, 4.0]])
ASK_MEAN = "What is the mean of an entry of the answer over many masks, and what should it be?"
ASK_P = "Is p the probability to keep an entry or to lose it?"

DROPOUT = Function(
    dropout,
    {"x": reals(-4, 4, "n", "k"), "p": one_of(0.2, 0.3, 0.6, 0.7), "rng": generator(), "training": one_of(True)},
    sizes={"n": (100, 240), "k": (100, 240)},
    examples=(
        Example("mostly-kept", LARGE, 0.16, Random(seed=201), True, why="many numbers, most of them kept"),
        Example("mostly-lost", LARGE, 0.86, Random(seed=202), True, why="many numbers, most of them lost"),
        Example("matrix", SMALL, 0.4, Random(seed=203), True, why="a small batch"),
        Example("vector", SMALL[1], 0.4, Random(seed=204), True, why="a vector"),
        Example("three-axes", SMALL.reshape(3, 2, 2), 0.4, Random(seed=205), True, why="three axes"),
        Example("one-number", np.array(0.5), 0.4, Random(seed=206), True, why="a 0-d array"),
        Example("empty", np.zeros((0, 3)), 0.4, Random(seed=207), True, why="an empty batch"),
        Example("in-use", LARGE[:20], 0.4, Random(seed=208), False, why="training=False"),
        Example("in-use-small", SMALL, 0.75, Random(seed=209), False, why="training=False"),
        Example("nothing-dropped", LARGE[:20], 0.0, Random(seed=210), True, why="p = 0"),
    ),
    misconceptions=(
        Misconception("NN751", "entries lost, but the others not scaled", ASK_MEAN, in_training(lambda p: p, lambda p: 1.0)),
        Misconception("NN752", "multiplied by 1 - p in training", ASK_MEAN, in_training(lambda p: p, lambda p: 1 - p)),
        Misconception("NN753", "divided by p", ASK_MEAN, in_training(lambda p: p, lambda p: 1 / p if p else 1.0)),
        Misconception("NN754", "p taken for the probability of keeping", ASK_P, in_training(lambda p: 1 - p, lambda p: 1 / p if p else 1.0)),
        Misconception("NN755", "entries kept with probability p, and divided by 1 - p", ASK_P, in_training(lambda p: 1 - p, lambda p: 1 / (1 - p))),
        Misconception("NN766", "entries kept with probability p, and not scaled", ASK_P, in_training(lambda p: 1 - p, lambda p: 1.0)),
        Misconception("NN756", "dropped in use as well", "Should a trained network answer the same question differently each time?", lambda x, p, rng, training: dropped(x, p)),
        Misconception("NN757", "training and use exchanged", "When should entries be lost: while learning, or afterwards?", lambda x, p, rng, training: dropped(x, 0 if training else p)),
        Misconception("NN758", "scaled in use in place of training", "In which of the two does your code divide or multiply by 1 - p?", lambda x, p, rng, training: dropped(x, p, 1.0) if training else dropped(x, 0, 1 - p), convention=True),
        Misconception("NN759", "scaled in use as well", "What should dropout do to a number when training is over?", lambda x, p, rng, training: dropped(x, p) if training else dropped(x, 0, 1 / (1 - p))),
        Misconception("NN760", "scaled by 1 - p in use as well", "What should dropout do to a number when training is over?", lambda x, p, rng, training: dropped(x, p) if training else dropped(x, 0, 1 - p)),
        Misconception("NN761", "scaled, but nothing lost", "Where does your code use the mask?", lambda x, p, rng, training: dropped(x, 0, 1 / (1 - p) if training else 1.0)),
        Misconception("NN762", "nothing lost, ever", "What does your code do while training?", lambda x, p, rng, training: dropped(x, 0)),
        Misconception("NN763", "half of the entries lost, whatever p is", "Where does your code use p?", in_training(lambda p: 0.5 if p else 0.0, lambda p: 2.0 if p else 1.0)),
        Misconception("NN764", "divided by the root of 1 - p", ASK_MEAN, in_training(lambda p: p, lambda p: 1 / (1 - p) ** 0.5)),
        Misconception("NN765", "multiplied by 1 + p", ASK_MEAN, in_training(lambda p: p, lambda p: 1 + p)),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    "regularization",
    "L2 penalty, batch normalization and dropout",
    (L2_PENALTY, L2_PENALTY_GRAD, BATCH_NORM, BATCH_NORM_BACKWARD, BATCH_NORM_EVAL, DROPOUT),
)
