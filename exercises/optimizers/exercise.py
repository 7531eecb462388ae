"""Five optimizers that take one step at a time, Newton's step, and the BFGS update.

An optimizer is written for one step and asked for many: it gets the weights and the state that its last
step returned, and None as a state at first.
"""

import numpy as np

from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Misconception,
    Property,
    at_least,
    curved_along,
    equal,
    maximum,
    number,
    one_of,
    positive,
    positive_definite,
    reals,
    sqrt,
    stepwise,
    total,
    where,
)

SIZES = {"steps": (1, 4), "k": (1, 3)}
W = reals(-3, 3, "k")
GRADIENTS = reals(-2, 2, "steps", "k")
STATE = one_of(None)
RATE = number(0.1, 1.0)
LARGE_EPS = number(0.1, 0.9)

START = np.array([0.5, -1.0, 2.0])
ONE_STEP = np.array([[1.5, -0.25, 0.75]])
TWO_STEPS = np.array([[1.5, -0.25, 0.75], [-0.5, 2.0, 1.25]])
POSITIVE_STEPS = np.array([[0.5, 1.5, 2.0], [1.25, 0.75, 0.25], [0.25, 2.0, 1.0]])
MOSTLY_POSITIVE = np.array(
    [[2.0, 1.5, 1.75], [-0.25, 0.5, -0.125], [1.5, -0.5, 0.5], [-0.5, 1.25, -0.25], [0.75, 0.25, 1.0]]
)
FIVE_STEPS = np.array([[0.75, -1.5], [0.25, 0.5], [-1.25, 2.0], [1.0, 0.125], [-0.5, -0.75]])
FIRST_ZERO = np.array([[0.0, 0.0], [1.5, 0.0], [-0.5, 2.0]])
FIFTY_STEPS = np.array([[(37 * t % 23 - 11) / 8] for t in range(1, 51)])
MATRIX, MATRIX_STEPS = (
    np.array([[1.0, -2.0, 0.5], [3.0, 0.25, -1.5]]),
    np.linspace(-2.0, 1.4, 12).reshape(2, 2, 3),
)
AXES, AXES_STEPS = np.linspace(-1.0, 2.0, 4).reshape(2, 1, 2), np.linspace(1.5, -2.0, 8).reshape(2, 2, 1, 2)
FAR_APART, FAR_APART_STEPS = np.array([1e-3, 3000.0]), np.array([[1e-5, 2000.0], [-3e-5, 500.0]])


def runs(usual, odd, small):
    """One, two, five and fifty steps, and weights of every shape: with these arguments behind the state."""
    return (
        Example("one-step", START, ONE_STEP, None, *odd, why="one step"),
        Example("two-steps", START, TWO_STEPS, None, *small, why="two steps"),
        Example("usual", START, TWO_STEPS, None, *usual, why="the usual settings"),
        Example("positive", START, POSITIVE_STEPS, None, *odd, why="positive gradients"),
        Example(
            "positive-usual",
            START,
            POSITIVE_STEPS,
            None,
            *usual,
            why="positive gradients, the usual settings",
        ),
        Example("mostly-positive", START, MOSTLY_POSITIVE, None, *odd, why="gradients with positive sums"),
        Example("two-positive", START, POSITIVE_STEPS[:2], None, *small, why="two positive gradients"),
        Example("five-steps", START[:2], FIVE_STEPS, None, *odd, why="five steps"),
        Example("fifty-steps", START[1:2], FIFTY_STEPS, None, *odd, why="fifty steps"),
        Example("first-zero", START[:2], FIRST_ZERO, None, *odd, why="a gradient of 0 at first"),
        Example("far-apart", FAR_APART, FAR_APART_STEPS, None, *odd, why="gradients of very different size"),
        Example("matrix", MATRIX, MATRIX_STEPS, None, *odd, why="a matrix of weights"),
        Example("three-axes", AXES, AXES_STEPS, None, *small, why="weights with three axes"),
        Example("one-number", np.array(-1.5), np.array([0.5, -2.0]), None, *odd, why="a 0-d array"),
        Example("no-weights", np.zeros((0, 3)), np.zeros((2, 0, 3)), None, *odd, why="no weights at all"),
    )


def by_torch(make):
    """torch's own optimizer over all steps: make(torch, parameters, *settings)."""

    def walk(torch, w, g, state, *settings):
        parameter = w.clone().requires_grad_()
        optimizer = make(torch, [parameter], *settings)
        after = []
        for gradient in g:
            parameter.grad = gradient.clone()
            optimizer.step()
            after.append(parameter.detach().clone())
        return after

    return walk


def power(base, exponent):
    if exponent == 0:
        return 1
    half = power(base, exponent // 2)
    return half * half * base if exponent % 2 else half * half


# --- promises ---------------------------------------------------------------------------------


def moved(ask, w, g, *rest):
    """How far all steps lead."""
    return ask(w, g, *rest)[-1] - w


PROMISES = (
    Property("where-it-starts", "where the weights start makes no difference to the steps", lambda ask, w, g, *rest: equal(moved(ask, w + 8, g, *rest), moved(ask, w, g, *rest))),
    Property("entries-apart", "each weight gets the steps that it gets alone", lambda ask, w, g, *rest: equal(ask(w, g, *rest)[-1][:1], ask(w[:1], np.ascontiguousarray(g[:, :1]), *rest)[-1])),
    Property("back-and-forth", "opposite gradients lead as far in the opposite direction", lambda ask, w, g, *rest: equal(moved(ask, w, -g, *rest), -moved(ask, w, g, *rest))),
    Property("learning-rate", "a doubled learning rate leads twice as far", lambda ask, w, g, state, lr, *rest: equal(moved(ask, w, g, state, 2 * lr, *rest), 2 * moved(ask, w, g, state, lr, *rest))),
)  # fmt: skip
PROPORTIONAL = Property("gradients-doubled", "doubled gradients lead twice as far", lambda ask, w, g, *rest: equal(moved(ask, w, 2 * g, *rest), 2 * moved(ask, w, g, *rest)))  # fmt: skip
SCALE_FREE = Property("scale-free", "gradients and eps four times as large make no difference", lambda ask, w, g, *rest: equal(ask(w, 4 * g, *rest[:-1], 4 * rest[-1])[-1], ask(w, g, *rest)[-1]))  # fmt: skip

# --- gradient descent -------------------------------------------------------------------------


def sgd(w, g, state, lr):
    """Take one step of gradient descent: return the new weights and the state, which is yours to choose."""
    return w - lr * g, state


def summed(w, g, state, lr):
    s = g if state is None else state + g
    return w - lr * s, s


def late(w, g, state, lr):
    return (w if state is None else w - lr * state), g


DECAYS = (0.01, 0.1, 0.001, 1e-4, 5e-4)  # those that libraries and tutorials take


def decaying(decay):
    """A step that also takes a share of the weights off, as weight decay does."""
    return lambda w, g, state, lr: (w - lr * (g + decay * w), None)


SGD = stepwise(
    sgd,
    {"w": W, "g": GRADIENTS, "state": STATE, "lr": RATE},
    over="g",
    carries="state",
    torch=by_torch(lambda torch, parameters, lr: torch.optim.SGD(parameters, lr=lr)),
    forms=(lambda w, g, state, lr: (w + -lr * g, state),),
    sizes=SIZES,
    examples=runs((0.01,), (0.3,), (0.7,)),
    properties=(
        *PROMISES,
        PROPORTIONAL,
        Property("any-order", "the order of the gradients makes no difference", lambda ask, w, g, *rest: equal(ask(w, np.ascontiguousarray(g[::-1]), *rest)[-1], ask(w, g, *rest)[-1])),
    ),
    misconceptions=(
        Misconception("NN1201", "uphill", "A gradient points uphill. Which way should the loss go?", lambda w, g, state, lr: (w + lr * g, None)),
        Misconception("NN1202", "lr forgotten", "How far does your step go when lr is very small?", lambda w, g, state, lr: (w - g, None)),
        Misconception("NN1203", "the step in place of the weights", "Is it the step that is asked for, or where it leads?", lambda w, g, state, lr: (-lr * g, None)),
        Misconception("NN1204", "divided by lr", "Should a larger learning rate make the step longer or shorter?", lambda w, g, state, lr: (w - g / lr, None)),
        Misconception("NN1205", "lr times the weights, too", "Which of the two does lr multiply: the weights, or the gradient?", lambda w, g, state, lr: (lr * (w - g), None)),
        Misconception("NN1206", "the sign of the gradient alone", "Should a steep slope give a longer step than a gentle one?", lambda w, g, state, lr: (w - lr * where(positive(g), 1, -1), None)),
        Misconception("NN1207", "the gradient divided by its length", "How long is your step where the slope is gentle, and how long where it is steep?", lambda w, g, state, lr: (w - lr * g / sqrt(total(g**2)), None)),
        Misconception("NN1208", "divided by the number of weights", "Whether the loss is a mean is settled in its gradient. What is left to divide by here?", lambda w, g, state, lr: (w - lr * g / np.size(g), None)),
        Misconception("NN1209", "gradients add up from step to step", "What is left of the first gradient at the second step, and who sets it to zero?", summed),
        Misconception("NN1210", "the gradient of the step before", "Which gradient does the first step use?", late),
        Misconception("NN1211", "one mean gradient for all weights", "Does every weight have a gradient of its own?", lambda w, g, state, lr: (w - lr * (total(g) / np.size(g) if np.size(g) else 0), None)),
        Misconception("NN1212", "lr squared", "How often does lr enter the step?", lambda w, g, state, lr: (w - lr * lr * g, None)),
        Misconception("NN1213", "the weights scaled by 1 - the step", "Is a step added to the weights, or are they scaled by it?", lambda w, g, state, lr: (w * (1 - lr * g), None)),
        Misconception("NN1214", "a learning rate that falls with every step", "Who says here that the learning rate shrinks?", lambda w, g, t, lr: (w - lr / ((t or 0) + 1) * g, (t or 0) + 1)),
        Misconception("NN1215", "momentum of 0.9", "What does a step remember in plain gradient descent?", lambda w, g, v, lr: momentum(w, g, v, lr, 0.9)),
        Misconception("NN1216", "the weights shrink in every step (weight decay)", "Which of your terms moves a weight whose gradient is 0?", decaying(DECAYS[0]), alike=tuple(map(decaying, DECAYS[1:]))),
    ),
)  # fmt: skip

# --- momentum ---------------------------------------------------------------------------------


def momentum(w, g, state, lr, beta=0.9):
    """Take one step with momentum: the velocity is beta times the last one, plus g; it starts at 0."""
    v = g if state is None else beta * state + g
    return w - lr * v, v


def with_velocity(velocity, move=lambda w, g, v, lr, beta: w - lr * v):
    """Momentum with a link exchanged: velocity(v, g, lr, beta), from v = 0, and the step."""

    def step(w, g, state, lr, beta):
        v = velocity(0 if state is None else state, g, lr, beta)
        return move(w, g, v, lr, beta), v

    return step


def heavy(v, g, lr, beta):
    return beta * v + g


def averaged(v, g, lr, beta):
    return beta * v + (1 - beta) * g


def dampened(w, g, state, lr, beta):
    v = g if state is None else averaged(state, g, lr, beta)
    return w - lr * v, v


def unbiased_average(w, g, state, lr, beta):
    v, t = state or (0, 0)
    v, t = averaged(v, g, lr, beta), t + 1
    return w - lr * v / (1 - power(beta, t)), (v, t)


def one_before(w, g, state, lr, beta):
    return w - lr * (g if state is None else g + beta * state), g


def old_velocity(w, g, state, lr, beta):
    v = 0 if state is None else state
    return w - lr * v, heavy(v, g, lr, beta)


def newest_only(w, g, state, lr, beta):
    v = 0 if state is None else state
    return w - lr * g - beta * v, heavy(v, g, lr, beta)


MOMENTUM = stepwise(
    momentum,
    {"w": W, "g": GRADIENTS, "state": STATE, "lr": RATE, "beta": number(0.2, 0.95)},
    over="g",
    carries="state",
    torch=by_torch(lambda torch, parameters, lr, beta: torch.optim.SGD(parameters, lr=lr, momentum=beta)),
    forms=(
        with_velocity(heavy),
        with_velocity(lambda v, g, lr, beta: beta * v - lr * g, lambda w, g, v, lr, beta: w + v),
    ),
    sizes=SIZES,
    examples=runs((0.01, 0.9), (0.3, 0.6), (0.7, 0.35)),
    properties=(
        *PROMISES,
        PROPORTIONAL,
        Property("without-memory", "for beta = 0 it is your own sgd", lambda ask, w, g, state, lr, beta: equal(ask(w, g, state, lr, 0.0)[-1], ask.sgd(w, g, state, lr)[-1]), needs=("sgd",)),
    ),
    misconceptions=(
        Misconception("NN1221", "an average: the gradient times 1 - beta", "What is the velocity after the first step here: the gradient, or a part of it?", with_velocity(averaged), convention=True),
        Misconception("NN1222", "an average with its bias corrected", "What is the velocity after many equal gradients here: one of them, or more?", unbiased_average, convention=True),
        Misconception("NN1223", "Nesterov's look-ahead", "Where is the step taken from: where the velocity is now, or where it leads?", with_velocity(heavy, lambda w, g, v, lr, beta: w - lr * (g + beta * v)), convention=True),
        Misconception("NN1224", "an average that starts at the first gradient", "By what is the second gradient multiplied before it joins the velocity?", dampened, convention=True),
        Misconception("NN1225", "only the gradient of the step before is remembered", "What is left of the first gradient at the third step?", one_before),
        Misconception("NN1226", "uphill", "A gradient points uphill. Which way should the loss go?", with_velocity(heavy, lambda w, g, v, lr, beta: w + lr * v)),
        Misconception("NN1227", "the velocity is lost between steps", "Where is the velocity kept until the next call?", lambda w, g, state, lr, beta: (w - lr * g, None)),
        Misconception("NN1228", "the two factors exchanged", "Which of the two does beta multiply: what was, or what is new?", with_velocity(lambda v, g, lr, beta: (1 - beta) * v + beta * g)),
        Misconception("NN1229", "a velocity that never fades", "What slows the velocity down once the gradients are 0?", with_velocity(lambda v, g, lr, beta: v + g)),
        Misconception("NN1230", "the velocity of the step before", "How far does your very first step go?", old_velocity),
        Misconception("NN1231", "lr enters twice", "Does lr belong to the velocity, or to the step? Can it be both?", with_velocity(lambda v, g, lr, beta: beta * v + lr * g)),
        Misconception("NN1232", "beta times the whole step", "Which part of the velocity does beta multiply: the old one, or all of it?", with_velocity(heavy, lambda w, g, v, lr, beta: w - lr * beta * v)),
        Misconception("NN1233", "lr for the newest gradient alone", "By what are the older gradients multiplied before they reach the weights?", newest_only),
        Misconception("NN1234", "the old velocity subtracted", "Two equal gradients: is the second step longer than the first, or shorter?", with_velocity(lambda v, g, lr, beta: g - beta * v)),
        Misconception("NN1236", "the step in place of the weights", "Is it the step that is asked for, or where it leads?", with_velocity(heavy, lambda w, g, v, lr, beta: -lr * v)),
        Misconception("NN1237", "lr forgotten", "How far does your step go when lr is very small?", with_velocity(heavy, lambda w, g, v, lr, beta: w - v)),
        Misconception("NN1238", "the gradient scaled by 1 + beta, without a velocity", "What was the velocity before this step, and where does it enter?", with_velocity(lambda v, g, lr, beta: g + beta * g)),
        Misconception("NN1239", "the gradient's beta in place of the velocity's", "Which of the two fades: the old velocity, or the new gradient?", with_velocity(lambda v, g, lr, beta: v + beta * g)),
    ),
)  # fmt: skip

# --- AdaGrad ----------------------------------------------------------------------------------


def divided(w, g, s, lr, eps):
    """The step that all adaptive methods take."""
    return w - lr * g / (sqrt(s) + eps)


def adagrad(w, g, state, lr, eps=1e-10):
    """Take one step of AdaGrad: divide the gradient by the root of the sum of all squared gradients, plus eps."""
    s = g**2 if state is None else state + g**2
    return divided(w, g, s, lr, eps), s


def with_sum(add=lambda s, g: s + g**2, move=divided, start=0):
    """AdaGrad with a link exchanged."""

    def step(w, g, state, lr, eps):
        s = add(start if state is None else state, g)
        return move(w, g, s, lr, eps), s

    return step


def counted_mean(w, g, state, lr, eps):
    s, t = state or (0, 0)
    s, t = s + g**2, t + 1
    return divided(w, g, s / t, lr, eps), (s, t)


def sum_before(w, g, state, lr, eps):
    s = 0 if state is None else state
    return divided(w, g, s, lr, eps), s + g**2


def both_summed(w, g, state, lr, eps):
    a, s = state or (0, 0)
    a, s = a + g, s + g**2
    return divided(w, a, s, lr, eps), (a, s)


ADAGRAD = stepwise(
    adagrad,
    {"w": W, "g": GRADIENTS, "state": STATE, "lr": RATE, "eps": LARGE_EPS},
    over="g",
    carries="state",
    torch=by_torch(lambda torch, parameters, lr, eps: torch.optim.Adagrad(parameters, lr=lr, eps=eps)),
    forms=(
        with_sum(move=lambda w, g, s, lr, eps: w - lr / (sqrt(s) + eps) * g),
        with_sum(move=lambda w, g, s, lr, eps: w - lr * (g / (sqrt(s) + eps))),
    ),
    sizes=SIZES,
    examples=runs((0.01, 1e-10), (0.3, 0.5), (0.7, 0.125)),
    properties=(*PROMISES, SCALE_FREE),
    misconceptions=(
        Misconception("NN1251", "eps inside the root", "Is eps added to the sum, or to its root?", with_sum(move=lambda w, g, s, lr, eps: w - lr * g / sqrt(s + eps)), convention=True),
        Misconception("NN1252", "a sum that starts at 0.1", "What is the sum before the first step?", with_sum(start=0.1), convention=True),
        Misconception("NN1253", "one sum for all weights", "Does every weight have a sum of its own?", with_sum(lambda s, g: s + total(g**2)), convention=True),
        Misconception("NN1254", "a sum that forgets, by 0.9", "Does AdaGrad ever forget a gradient?", with_sum(lambda s, g: 0.9 * s + 0.1 * g**2)),
        Misconception("NN1255", "a sum that forgets, by 0.99", "Does AdaGrad ever forget a gradient?", with_sum(lambda s, g: 0.99 * s + 0.01 * g**2)),
        Misconception("NN1256", "the root forgotten", "Gradients a hundred times as large: should the step become shorter?", with_sum(move=lambda w, g, s, lr, eps: w - lr * g / (s + eps))),
        Misconception("NN1257", "multiplied by the root", "Should a weight with large gradients take larger steps?", with_sum(move=lambda w, g, s, lr, eps: w - lr * g * (sqrt(s) + eps))),
        Misconception("NN1258", "gradients not squared", "What is the root of your sum where the gradients are negative?", with_sum(lambda s, g: s + g)),
        Misconception("NN1259", "the root of the sum of absolute values", "What happens to a gradient before it joins the sum?", with_sum(lambda s, g: s + abs(g))),
        Misconception("NN1260", "the sum of absolute values", "What happens to a gradient before it joins the sum, and to the sum before it divides?", with_sum(lambda s, g: s + abs(g), lambda w, g, s, lr, eps: w - lr * g / (s + eps))),
        Misconception("NN1261", "the sum is lost between steps", "Where is the sum kept until the next call?", with_sum(lambda s, g: g**2)),
        Misconception("NN1262", "eps added to the weights", "What does your division divide by? Where do the parentheses end?", with_sum(move=lambda w, g, s, lr, eps: w - lr * g / sqrt(s) + eps)),
        Misconception("NN1263", "uphill", "A gradient points uphill. Which way should the loss go?", with_sum(move=lambda w, g, s, lr, eps: w + lr * g / (sqrt(s) + eps))),
        Misconception("NN1264", "the sum before this step", "Does the newest gradient belong to the sum that divides it? What divides the first one?", sum_before),
        Misconception("NN1265", "the mean of the squares", "Is it a sum or a mean that divides here? What happens to the steps in the long run?", counted_mean),
        Misconception("NN1266", "eps forgotten", "What does your code divide by where every gradient was 0?", with_sum(move=lambda w, g, s, lr, eps: w - lr * g / sqrt(s))),
        Misconception("NN1267", "gradients add up, too", "Which gradient does the step follow: the newest, or all of them?", both_summed),
        Misconception("NN1268", "the square of the sum", "Do you square first and then add, or the other way round?", with_sum(lambda a, g: a + g, lambda w, g, a, lr, eps: w - lr * g / (abs(a) + eps))),
        Misconception("NN1269", "lr forgotten", "How far does your step go when lr is very small?", with_sum(move=lambda w, g, s, lr, eps: w - g / (sqrt(s) + eps))),
        Misconception("NN1270", "the step in place of the weights", "Is it the step that is asked for, or where it leads?", with_sum(move=lambda w, g, s, lr, eps: -lr * g / (sqrt(s) + eps))),
    ),
)  # fmt: skip

# --- RMSProp ----------------------------------------------------------------------------------


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    """Take one step of RMSProp: AdaGrad with an average of the squares that forgets; it starts at 0."""
    v = (1 - alpha) * g**2 if state is None else alpha * state + (1 - alpha) * g**2
    return divided(w, g, v, lr, eps), v


def with_average(average=lambda v, g, alpha: alpha * v + (1 - alpha) * g**2, move=divided, start=0):
    """RMSProp with a link exchanged."""

    def step(w, g, state, lr, alpha, eps):
        v = average(start if state is None else state, g, alpha)
        return move(w, g, v, lr, eps), v

    return step


def from_first_square(w, g, state, lr, alpha, eps):
    v = g**2 if state is None else alpha * state + (1 - alpha) * g**2
    return divided(w, g, v, lr, eps), v


def unbiased_squares(w, g, state, lr, alpha, eps):
    v, t = state or (0, 0)
    v, t = alpha * v + (1 - alpha) * g**2, t + 1
    return divided(w, g, v / (1 - power(alpha, t)), lr, eps), (v, t)


def centred(w, g, state, lr, alpha, eps):
    a, v = state or (0, 0)
    a, v = alpha * a + (1 - alpha) * g, alpha * v + (1 - alpha) * g**2
    return divided(w, g, v - a**2, lr, eps), (a, v)


def average_before(w, g, state, lr, alpha, eps):
    v = 0 if state is None else state
    return divided(w, g, v, lr, eps), alpha * v + (1 - alpha) * g**2


def both_averaged(w, g, state, lr, alpha, eps):
    a, v = state or (0, 0)
    a, v = alpha * a + (1 - alpha) * g, alpha * v + (1 - alpha) * g**2
    return divided(w, a, v, lr, eps), (a, v)


RMSPROP = stepwise(
    rmsprop,
    {"w": W, "g": GRADIENTS, "state": STATE, "lr": RATE, "alpha": number(0.2, 0.95), "eps": LARGE_EPS},
    over="g",
    carries="state",
    torch=by_torch(lambda torch, parameters, lr, alpha, eps: torch.optim.RMSprop(parameters, lr=lr, alpha=alpha, eps=eps)),
    forms=(
        with_average(),
        with_average(move=lambda w, g, v, lr, eps: w - lr / (sqrt(v) + eps) * g),
    ),
    sizes=SIZES,
    examples=runs((0.01, 0.99, 1e-8), (0.3, 0.7, 0.5), (0.7, 0.35, 0.125)),
    properties=(*PROMISES, SCALE_FREE),
    misconceptions=(
        Misconception("NN1271", "eps inside the root", "Is eps added to the average, or to its root?", with_average(move=lambda w, g, v, lr, eps: w - lr * g / sqrt(v + eps)), convention=True),
        Misconception("NN1272", "an average that starts at 1", "What is the average before the first step?", with_average(start=1), convention=True),
        Misconception("NN1273", "an average that starts at the first square", "By what is the first squared gradient multiplied before it joins the average?", from_first_square, convention=True),
        Misconception("NN1274", "an average with its bias corrected", "Is the average divided by anything before its root is taken?", unbiased_squares, convention=True),
        Misconception("NN1275", "the variance in place of the mean square", "Is a mean subtracted from the average of the squares?", centred, convention=True),
        Misconception("NN1276", "the two factors exchanged", "Which of the two does alpha multiply: what was, or what is new?", with_average(lambda v, g, alpha: (1 - alpha) * v + alpha * g**2)),
        Misconception("NN1277", "a sum that never forgets", "What becomes of your steps after a million gradients?", with_average(lambda v, g, alpha: v + g**2)),
        Misconception("NN1278", "the average is lost between steps", "Where is the average kept until the next call?", with_average(lambda v, g, alpha: (1 - alpha) * g**2)),
        Misconception("NN1279", "the root forgotten", "Gradients a hundred times as large: should the step become shorter?", with_average(move=lambda w, g, v, lr, eps: w - lr * g / (v + eps))),
        Misconception("NN1280", "multiplied by the root", "Should a weight with large gradients take larger steps?", with_average(move=lambda w, g, v, lr, eps: w - lr * g * (sqrt(v) + eps))),
        Misconception("NN1281", "gradients not squared", "What is the root of your average where the gradients are negative?", with_average(lambda v, g, alpha: alpha * v + (1 - alpha) * g)),
        Misconception("NN1282", "the average of absolute values", "What happens to a gradient before it joins the average, and to the average before it divides?", with_average(lambda v, g, alpha: alpha * v + (1 - alpha) * abs(g), lambda w, g, v, lr, eps: w - lr * g / (v + eps))),
        Misconception("NN1283", "the squares not multiplied by 1 - alpha", "To what does your average settle when every gradient is 1?", with_average(lambda v, g, alpha: alpha * v + g**2)),
        Misconception("NN1284", "eps added to the weights", "What does your division divide by? Where do the parentheses end?", with_average(move=lambda w, g, v, lr, eps: w - lr * g / sqrt(v) + eps)),
        Misconception("NN1285", "uphill", "A gradient points uphill. Which way should the loss go?", with_average(move=lambda w, g, v, lr, eps: w + lr * g / (sqrt(v) + eps))),
        Misconception("NN1286", "the average before this step", "Does the newest gradient belong to the average that divides it? What divides the first one?", average_before),
        Misconception("NN1287", "eps forgotten", "What does your code divide by where every gradient was 0?", with_average(move=lambda w, g, v, lr, eps: w - lr * g / sqrt(v))),
        Misconception("NN1288", "one average for all weights", "Does every weight have an average of its own?", with_average(lambda v, g, alpha: alpha * v + (1 - alpha) * (total(g**2) / np.size(g) if np.size(g) else 0))),
        Misconception("NN1289", "the gradient averaged, too", "Which gradient does the step follow: the newest, or an average?", both_averaged),
        Misconception("NN1290", "alpha = 0.9, whatever is given", "Does your average use its argument alpha?", with_average(lambda v, g, alpha: 0.9 * v + 0.1 * g**2)),
        Misconception("NN1291", "lr forgotten", "How far does your step go when lr is very small?", with_average(move=lambda w, g, v, lr, eps: w - g / (sqrt(v) + eps))),
        Misconception("NN1292", "the step in place of the weights", "Is it the step that is asked for, or where it leads?", with_average(move=lambda w, g, v, lr, eps: -lr * g / (sqrt(v) + eps))),
    ),
)  # fmt: skip

# --- Adam -------------------------------------------------------------------------------------


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    """Take one step of Adam: averages of the gradients and of their squares, both corrected for their start at 0."""
    m, v, t = state or (0, 0, 0)
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2, t + 1
    corrected = m / (1 - power(beta1, t)), v / (1 - power(beta2, t))
    return divided(w, *corrected, lr, eps), (m, v, t)


def mean_of(m, g, beta1):
    return beta1 * m + (1 - beta1) * g


def spread_of(v, g, m, beta2):
    return beta2 * v + (1 - beta2) * g**2


def corrected_by(average, beta, t):
    return average / (1 - power(beta, t))


def as_it_is(average, beta, t):
    return average


def with_moments(
    mean=mean_of, spread=spread_of, first=corrected_by, second=corrected_by, move=divided, keep=True
):
    """Adam with a link exchanged; `keep` says whether the state survives."""

    def step(w, g, state, lr, beta1, beta2, eps):
        m, v, t = state or (0, 0, 0)
        m, t = mean(m, g, beta1), t + 1
        v = spread(v, g, m, beta2)
        new = move(w, first(m, beta1, t), second(v, beta2, t), lr, eps)
        return new, (m, v, t) if keep else None

    return step


def exchanged(w, g, state, lr, beta1, beta2, eps):
    return adam(w, g, state, lr, beta2, beta1, eps)


def eps_hat(w, g, state, lr, beta1, beta2, eps):
    m, v, t = state or (0, 0, 0)
    m, v, t = mean_of(m, g, beta1), spread_of(v, g, m, beta2), t + 1
    rate = lr * sqrt(1 - power(beta2, t)) / (1 - power(beta1, t))
    return divided(w, m, v, rate, eps), (m, v, t)


def gradient_itself(w, g, state, lr, beta1, beta2, eps):
    v, t = state or (0, 0)
    v, t = spread_of(v, g, 0, beta2), t + 1
    return divided(w, g, corrected_by(v, beta2, t), lr, eps), (v, t)


def corrected_kept(w, g, state, lr, beta1, beta2, eps):
    m, v, t = state or (0, 0, 0)
    t = t + 1
    m = corrected_by(mean_of(m, g, beta1), beta1, t)
    v = corrected_by(spread_of(v, g, m, beta2), beta2, t)
    return divided(w, m, v, lr, eps), (m, v, t)


def largest_kept(w, g, state, lr, beta1, beta2, eps):
    m, v, t, top = state or (0, 0, 0, None)
    m, v, t = mean_of(m, g, beta1), spread_of(v, g, m, beta2), t + 1
    top = v if top is None else maximum(top, v)
    corrected = corrected_by(m, beta1, t), corrected_by(top, beta2, t)
    return divided(w, *corrected, lr, eps), (m, v, t, top)


def looking_ahead(w, g, state, lr, beta1, beta2, eps):
    m, v, t = state or (0, 0, 0)
    m, v, t = mean_of(m, g, beta1), spread_of(v, g, m, beta2), t + 1
    ahead = beta1 * corrected_by(m, beta1, t) + (1 - beta1) * g / (1 - power(beta1, t))
    return divided(w, ahead, corrected_by(v, beta2, t), lr, eps), (m, v, t)


def other_powers(w, g, state, lr, beta1, beta2, eps):
    m, v, t = state or (0, 0, 0)
    m, v, t = mean_of(m, g, beta1), spread_of(v, g, m, beta2), t + 1
    corrected = corrected_by(m, beta2, t), corrected_by(v, beta1, t)
    return divided(w, *corrected, lr, eps), (m, v, t)


def root_first(w, m, v, lr, eps):
    """v is the average, uncorrected, with the correction beside it."""
    average, correction = v
    return w - lr * m / (sqrt(average) / correction + eps)


ADAM = stepwise(
    adam,
    {"w": W, "g": GRADIENTS, "state": STATE, "lr": RATE, "beta1": number(0.2, 0.9), "beta2": number(0.3, 0.95), "eps": LARGE_EPS},
    over="g",
    carries="state",
    torch=by_torch(lambda torch, parameters, lr, beta1, beta2, eps: torch.optim.Adam(parameters, lr=lr, betas=(beta1, beta2), eps=eps)),
    forms=(
        with_moments(second=lambda v, beta2, t: (v, sqrt(1 - power(beta2, t))), move=root_first),
        with_moments(move=lambda w, m, v, lr, eps: w - lr / (sqrt(v) + eps) * m),
    ),
    sizes=SIZES,
    examples=runs((0.01, 0.9, 0.999, 1e-8), (0.3, 0.6, 0.8, 0.5), (0.7, 0.3, 0.45, 0.125)),
    properties=(
        *PROMISES,
        SCALE_FREE,
        Property("first-step", "the first step is the same for every beta1 and beta2", lambda ask, w, g, state, lr, beta1, beta2, eps: equal(ask(w, g, state, lr, 0.5, 0.75, eps)[0], ask(w, g, state, lr, beta1, beta2, eps)[0])),
    ),
    misconceptions=(
        Misconception("NN1301", "neither average corrected", "Both averages start at 0. How large are they after the first gradient?", with_moments(first=as_it_is, second=as_it_is)),
        Misconception("NN1302", "corrected as in the first step, always", "What becomes of the correction after many steps, and which number in it grows?", with_moments(first=lambda m, beta, t: m / (1 - beta), second=lambda v, beta, t: v / (1 - beta))),
        Misconception("NN1303", "the steps counted from 2", "What is t in the first step?", with_moments(first=lambda m, beta, t: corrected_by(m, beta, t + 1), second=lambda v, beta, t: corrected_by(v, beta, t + 1))),
        Misconception("NN1304", "only the mean corrected", "Which of the two averages starts at 0?", with_moments(second=as_it_is)),
        Misconception("NN1305", "only the squares corrected", "Which of the two averages starts at 0?", with_moments(first=as_it_is)),
        Misconception("NN1306", "eps inside the root", "Is eps added to the corrected average, or to its root?", with_moments(move=lambda w, m, v, lr, eps: w - lr * m / sqrt(v + eps)), convention=True),
        Misconception("NN1307", "eps beside the uncorrected root", "Is the average of the squares corrected before eps is added, or after?", eps_hat, convention=True),
        Misconception("NN1308", "the largest average of squares so far", "May your divisor fall again when the gradients become small?", largest_kept, convention=True),
        Misconception("NN1309", "Nesterov's look-ahead", "Does the newest gradient enter the step once, or twice?", looking_ahead, convention=True),
        Misconception("NN1310", "eps added to the weights", "What does your division divide by? Where do the parentheses end?", with_moments(move=lambda w, m, v, lr, eps: w - lr * m / sqrt(v) + eps)),
        Misconception("NN1311", "gradients not squared", "Of what is the second average? What is its root where the gradients are negative?", with_moments(spread=lambda v, g, m, beta2: beta2 * v + (1 - beta2) * g)),
        Misconception("NN1312", "beta1 and beta2 exchanged", "Which of the two averages has the longer memory?", exchanged),
        Misconception("NN1313", "the state is lost between steps", "What does your second step know of the first one?", with_moments(keep=False)),
        Misconception("NN1314", "the root forgotten", "Gradients a hundred times as large: should the step become shorter?", with_moments(move=lambda w, m, v, lr, eps: w - lr * m / (v + eps))),
        Misconception("NN1315", "multiplied by the root", "Should a weight with large gradients take larger steps?", with_moments(move=lambda w, m, v, lr, eps: w - lr * m * (sqrt(v) + eps))),
        Misconception("NN1316", "uphill", "A gradient points uphill. Which way should the loss go?", with_moments(move=lambda w, m, v, lr, eps: w + lr * m / (sqrt(v) + eps))),
        Misconception("NN1317", "the square of the mean in place of the gradient's", "Of what is the second average: of squared gradients, or of squared averages?", with_moments(spread=lambda v, g, m, beta2: beta2 * v + (1 - beta2) * m**2)),
        Misconception("NN1318", "the gradient in place of its average", "Which direction does the step follow?", gradient_itself),
        Misconception("NN1319", "not divided by the root", "What is the second average for?", with_moments(move=lambda w, m, v, lr, eps: w - lr * m)),
        Misconception("NN1320", "the corrected averages kept", "Which averages does the next step go on with: the corrected ones?", corrected_kept),
        Misconception("NN1321", "the gradient not multiplied by 1 - beta1", "To what does the first average settle when every gradient is 1?", with_moments(lambda m, g, beta1: beta1 * m + g)),
        Misconception("NN1322", "the square not multiplied by 1 - beta2", "To what does the second average settle when every gradient is 1?", with_moments(spread=lambda v, g, m, beta2: beta2 * v + g**2)),
        Misconception("NN1323", "beta times t", "In the correction, is beta multiplied by t, or raised to it?", with_moments(first=lambda m, beta, t: m / (1 - beta * t), second=lambda v, beta, t: v / (1 - beta * t))),
        Misconception("NN1324", "multiplied by the correction", "Is the first average too small at first, or too large?", with_moments(first=lambda m, beta, t: m * (1 - power(beta, t)), second=lambda v, beta, t: v * (1 - power(beta, t)))),
        Misconception("NN1325", "the squares corrected after the root", "What comes first: the root, or the correction?", with_moments(second=lambda v, beta, t: (v, 1 - power(beta, t)), move=root_first)),
        Misconception("NN1326", "eps forgotten", "What does your code divide by where every gradient was 0?", with_moments(move=lambda w, m, v, lr, eps: w - lr * m / sqrt(v))),
        Misconception("NN1327", "lr forgotten", "How far does your step go when lr is very small?", with_moments(move=lambda w, m, v, lr, eps: w - m / (sqrt(v) + eps))),
        Misconception("NN1328", "each average corrected with the other's beta", "Which beta is each of the averages made with?", other_powers),
        Misconception("NN1329", "the step in place of the weights", "Is it the step that is asked for, or where it leads?", with_moments(move=lambda w, m, v, lr, eps: -lr * m / (sqrt(v) + eps))),
        Misconception("NN1330", "the factors of both averages exchanged", "Which of the two does beta multiply: what was, or what is new?", with_moments(lambda m, g, beta1: (1 - beta1) * m + beta1 * g, lambda v, g, m, beta2: (1 - beta2) * v + beta2 * g**2)),
        Misconception("NN1331", "the steps counted from 0", "What is 1 - beta**t in the first step, and what is divided by it?", with_moments(first=lambda m, beta, t: corrected_by(m, beta, t - 1), second=lambda v, beta, t: corrected_by(v, beta, t - 1))),
    ),
)  # fmt: skip

# --- second-order methods ---------------------------------------------------------------------

DIMENSIONS = {"d": (2, 3)}
CURVED = np.array([[2.0, 0.5, -0.25], [0.5, 1.5, 0.75], [-0.25, 0.75, 3.0]])
STRETCHED = np.array([[4.0, 1.0], [1.0, 0.5]])


def eliminated(matrix, sides):
    """The solution X of matrix @ X = sides, by elimination without pivoting: the matrix is positive definite."""
    a, b = np.array(matrix, dtype=object), np.array(sides, dtype=object)
    for i in range(len(a)):
        for j in range(i + 1, len(a)):
            factor = a[j, i] / a[i, i]
            a[j, i:], b[j] = a[j, i:] - factor * a[i, i:], b[j] - factor * b[i]
    for i in reversed(range(len(a))):
        for j in range(i + 1, len(a)):
            b[i] = b[i] - a[i, j] * b[j]
        b[i] = b[i] / a[i, i]
    return b


def inverse(matrix):
    return eliminated(matrix, np.eye(len(matrix), dtype=int))


def cholesky_solved(matrix, side):
    """By the factors L L' of the matrix."""
    n = len(matrix)
    factor = np.zeros((n, n), dtype=object)
    for i in range(n):
        for j in range(i + 1):
            rest = matrix[i, j]
            for k in range(j):
                rest = rest - factor[i, k] * factor[j, k]
            factor[i, j] = sqrt(rest) if i == j else rest / factor[j, j]
    half, found = np.array(side, dtype=object), np.zeros(n, dtype=object)
    for i in range(n):
        for j in range(i):
            half[i] = half[i] - factor[i, j] * half[j]
        half[i] = half[i] / factor[i, i]
    for i in reversed(range(n)):
        found[i] = half[i]
        for j in range(i + 1, n):
            found[i] = found[i] - factor[j, i] * found[j]
        found[i] = found[i] / factor[i, i]
    return found


def determinant(matrix):
    if len(matrix) == 0:
        return 1
    rows = matrix[1:]
    return sum((-1) ** j * matrix[0, j] * determinant(np.delete(rows, j, axis=1)) for j in range(len(matrix)))


def newton(w, g, H):
    """Take one step of Newton's method from w, with the gradient g and the Hessian H there; return the new w."""
    return w - eliminated(H, g)


NEWTON = Function(
    newton,
    {"w": reals(-3, 3, "d"), "g": reals(-2, 2, "d"), "H": positive_definite("d")},
    torch=lambda torch, w, g, H: w - torch.linalg.solve(H, g),
    forms=(lambda w, g, H: w - inverse(H) @ g, lambda w, g, H: w - cholesky_solved(H, g)),
    sizes=DIMENSIONS,
    examples=(
        Example("three", START, np.array([1.5, -0.25, 0.75]), CURVED, why="three weights"),
        Example("stretched", np.array([1.0, -2.0]), np.array([0.5, 3.0]), STRETCHED, why="a long, narrow valley"),
        Example("two", np.array([-0.5, 1.5]), np.array([2.0, -1.0]), np.array([[2.0, -0.75], [-0.75, 1.25]]), why="two weights"),
        Example("one", np.array([1.5]), np.array([-0.5]), np.array([[4.0]]), why="a single weight"),
        Example("steep", np.array([10.0, -4.0]), np.array([300.0, -700.0]), 100 * STRETCHED, why="a steep valley"),
    ),
    properties=(
        Property("one-step", "one step leads to the minimum of a quadratic function", lambda ask, w, g, H: equal(ask(w, H @ (w - g), H), g)),
        Property("stays", "at a minimum, where the gradient is 0, it stays", lambda ask, w, g, H: equal(ask(w, 0 * g, H), w)),
        Property("steeper", "a function ten times as steep has its minimum in the same place", lambda ask, w, g, H: equal(ask(w, 8 * g, 8 * H), ask(w, g, H))),
    ),
    misconceptions=(
        Misconception("NN1341", "gradient descent", "What does the curvature say about the length of the step?", lambda w, g, H: w - g),
        Misconception("NN1342", "uphill", "A gradient points uphill. Which way does the minimum lie?", lambda w, g, H: w + eliminated(H, g)),
        Misconception("NN1343", "multiplied by the Hessian", "Where the valley is strongly curved, should the step be long or short?", lambda w, g, H: w - H @ g),
        Misconception("NN1344", "the diagonal of the Hessian alone", "What do the entries beside the diagonal say?", lambda w, g, H: w - g / np.diagonal(H)),
        Misconception("NN1345", "the step in place of the weights", "Is it the step that is asked for, or where it leads?", lambda w, g, H: -eliminated(H, g)),
        Misconception("NN1346", "the weights divided by the Hessian, too", "Which of the two is multiplied by the inverse: the weights, or the gradient?", lambda w, g, H: eliminated(H, w - g)),
        Misconception("NN1347", "one over each entry in place of the inverse", "What should your inverse times H give?", lambda w, g, H: w - (1 / H) @ g),
        Misconception("NN1348", "the gradient divided by the matrix, entry by entry", "What does a vector divided by a matrix mean? Which shape has your answer?", lambda w, g, H: w - g / H),
        Misconception("NN1349", "the inverse applied twice", "How often does the inverse enter?", lambda w, g, H: w - eliminated(H, eliminated(H, g))),
        Misconception("NN1350", "the Hessian plus 1 on its diagonal", "Is anything added to the Hessian here?", lambda w, g, H: w - eliminated(H + np.eye(len(H), dtype=int), g), convention=True),
        Misconception("NN1351", "divided by the determinant alone", "What is left of an inverse besides its determinant?", lambda w, g, H: w - g / determinant(H)),
        Misconception("NN1352", "divided by the sums of the rows", "What should H times your step give?", lambda w, g, H: w - g / total(H, axis=1)[:, 0]),
        Misconception("NN1353", "divided by the trace", "Is the valley equally curved in every direction?", lambda w, g, H: w - g / total(np.diagonal(H))),
        Misconception("NN1354", "half a step", "Where does your step end in a quadratic valley?", lambda w, g, H: w - eliminated(H, g) / 2, convention=True),
        Misconception("NN1355", "the inverse times the gradient, entry by entry", "Which product does * make of a matrix and a vector? Which shape has your answer?", lambda w, g, H: w - inverse(H) * g),
    ),
)  # fmt: skip


def bfgs_update(H_inv, s, y):
    """Return the BFGS update of H_inv, the estimate of the inverse Hessian, after the step s that changed the gradient by y."""
    return updated()(H_inv, s, y)


def unit(s):
    return np.eye(len(s), dtype=int)


def dot(a, b):
    return total(a * b)


def tie(s, y):
    """The factor beside the old estimate."""
    return unit(s) - np.outer(s, y) / dot(y, s)


def updated(left=tie, right=lambda s, y: tie(s, y).T, last=lambda s, y: np.outer(s, s) / dot(y, s)):
    """The update with a link exchanged."""
    return lambda H_inv, s, y: left(s, y) @ H_inv @ right(s, y) + last(s, y)


def with_rho(rho):
    """The update with another factor in place of 1 / (y . s)."""
    factor = lambda s, y: unit(s) - rho(s, y) * np.outer(s, y)  # noqa: E731
    return updated(factor, lambda s, y: factor(s, y).T, lambda s, y: rho(s, y) * np.outer(s, s))


def expanded(H_inv, s, y):
    rho, turned = 1 / dot(y, s), H_inv @ y
    crossed = np.outer(turned, s) + np.outer(s, turned)
    return H_inv + (1 + rho * dot(y, turned)) * rho * np.outer(s, s) - rho * crossed


def davidon(H_inv, s, y):
    turned = H_inv @ y
    return H_inv + np.outer(s, s) / dot(y, s) - np.outer(turned, turned) / dot(y, turned)


def rank_one(H_inv, s, y):
    rest = s - H_inv @ y
    return H_inv + np.outer(rest, rest) / dot(rest, y)


def of_the_hessian(B, s, y):
    turned = B @ s
    return B + np.outer(y, y) / dot(y, s) - np.outer(turned, turned) / dot(s, turned)


def shifted_sum(s, y):
    return unit(s) + np.outer(s, y) / dot(y, s)


def torch_bfgs(torch, H_inv, s, y):
    rho = 1 / torch.dot(y, s)
    factor = torch.eye(len(s), dtype=s.dtype, device=s.device) - rho * torch.outer(s, y)
    return factor @ H_inv @ factor.T + rho * torch.outer(s, s)


PROBE = np.array([1.0, -2.0, 0.5])  # a direction in which the estimate must stay positive

BFGS_UPDATE = Function(
    bfgs_update,
    {"H_inv": positive_definite("d"), "s": reals(-2, 2, "d"), "y": curved_along("s", "d")},
    torch=torch_bfgs,
    forms=(with_rho(lambda s, y: 1 / dot(y, s)), expanded),
    sizes=DIMENSIONS,
    examples=(
        Example("three", CURVED, np.array([0.5, -1.0, 0.25]), np.array([1.0, -0.5, 0.75]), why="three weights"),
        Example("first", np.eye(2), np.array([1.0, 0.5]), np.array([0.75, 2.0]), why="the identity as the first estimate"),
        Example("two", np.array([[2.0, -0.75], [-0.75, 1.25]]), np.array([1.5, -0.5]), np.array([1.0, -1.25]), why="two weights"),
        Example("one", np.array([[4.0]]), np.array([0.5]), np.array([1.0]), why="a single weight"),
        Example("small-step", STRETCHED, np.array([0.001, -0.002]), np.array([0.0005, -0.003]), why="a small step"),
    ),
    properties=(
        Property("secant", "the new estimate times y is s", lambda ask, H_inv, s, y: equal((ask(H_inv, s, y) * y).sum(axis=1), s)),
        Property("symmetric", "the new estimate is symmetric", lambda ask, H_inv, s, y: equal(ask(H_inv, s, y).T, ask(H_inv, s, y))),
        Property("positive", "the new estimate is positive definite", lambda ask, H_inv, s, y: at_least((ask(H_inv, s, y) * np.outer(PROBE[: len(s)], PROBE[: len(s)])).sum(), 0.0)),
        Property("scales", "a step and a change twice as large give the same estimate", lambda ask, H_inv, s, y: equal(ask(H_inv, 2 * s, 2 * y), ask(H_inv, s, y))),
    ),
    misconceptions=(
        Misconception("NN1361", "the update of Davidon, Fletcher and Powell", "Which of the two famous updates is asked for?", davidon, convention=True),
        Misconception("NN1362", "the symmetric rank-one update", "How many outer products does the update of BFGS need?", rank_one, convention=True),
        Misconception("NN1363", "the update of the Hessian, not of its inverse", "What should the new estimate times y give?", of_the_hessian),
        Misconception("NN1364", "s and y exchanged everywhere", "What should the new estimate times y give: s, or the other way round?", lambda H_inv, s, y: updated()(H_inv, y, s)),
        Misconception("NN1365", "the last term forgotten", "What does your new estimate times y give?", updated(last=lambda s, y: 0)),
        Misconception("NN1366", "the last term not divided", "What should happen when s and y both double?", updated(last=lambda s, y: np.outer(s, s))),
        Misconception("NN1367", "y in the last term", "In which direction did the step go, and in which unit is an inverse Hessian?", updated(last=lambda s, y: np.outer(y, y) / dot(y, s))),
        Misconception("NN1368", "the two factors exchanged", "What does the factor on the right make of y?", updated(lambda s, y: tie(s, y).T, tie)),
        Misconception("NN1369", "only the factor on the left", "Is your new estimate symmetric?", updated(right=lambda s, y: unit(s))),
        Misconception("NN1370", "the same factor on both sides", "Is your new estimate symmetric? How do the two factors differ?", updated(right=tie)),
        Misconception("NN1371", "multiplied by y . s", "What should happen when s and y both double?", with_rho(lambda s, y: dot(y, s))),
        Misconception("NN1372", "divided by s . s", "By which product are the outer products divided?", with_rho(lambda s, y: 1 / dot(s, s))),
        Misconception("NN1373", "divided by y . y", "By which product are the outer products divided?", with_rho(lambda s, y: 1 / dot(y, y))),
        Misconception("NN1374", "a plus in the factors", "What does the factor on the right make of y: nothing, or twice of it?", updated(shifted_sum, lambda s, y: shifted_sum(s, y).T)),
        Misconception("NN1375", "the old estimate forgotten", "What does the new estimate remember of the old one?", lambda H_inv, s, y: updated()(unit(s), s, y)),
        Misconception("NN1376", "the last term subtracted", "Is your new estimate still positive definite?", updated(last=lambda s, y: -np.outer(s, s) / dot(y, s))),
        Misconception("NN1377", "the inner product in the last term", "Is the last term a number or a matrix?", updated(last=lambda s, y: dot(s, s) / dot(y, s))),
        Misconception("NN1378", "products entry by entry in the factors", "Which product of two vectors is a matrix?", updated(lambda s, y: unit(s) - s * y / dot(y, s), lambda s, y: (unit(s) - s * y / dot(y, s)).T)),
        Misconception("NN1379", "the last term alone", "What does the new estimate remember of the old one?", lambda H_inv, s, y: np.outer(s, s) / dot(y, s)),
        Misconception("NN1380", "the old estimate plus the last term", "What does your new estimate times y give?", lambda H_inv, s, y: H_inv + np.outer(s, s) / dot(y, s)),
        Misconception("NN1381", "inner products in place of outer ones", "Is s @ y a number or a matrix, and is s @ s? Which of them do the terms of the formula need?", updated(lambda s, y: unit(s) - dot(s, y) / dot(y, s), lambda s, y: unit(s) - dot(s, y) / dot(y, s), lambda s, y: dot(s, s) / dot(y, s)), alike=(lambda H_inv, s, y: 0 * H_inv + dot(s, s) / dot(y, s),)),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    "optimizers",
    "Optimizers and second-order steps",
    (SGD, MOMENTUM, ADAGRAD, RMSPROP, ADAM, NEWTON, BFGS_UPDATE),
)
