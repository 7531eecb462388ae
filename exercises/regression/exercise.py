"""Linear regression by mini-batch gradient descent: predictions, gradients, epochs, training.

Samples lie in rows, the loss is the mean of the squared errors over the samples of a batch, and each
batch makes one step that updates weights and bias together.
"""

from itertools import islice

import numpy as np

from nncheck.spec import (
    Example,
    Exercise,
    Function,
    Link,
    Misconception,
    Property,
    at_least,
    batches,
    equal,
    exp,
    gradient,
    number,
    positive,
    reals,
    sqrt,
    stack,
    total,
    where,
    whole,
)
from nncheck.spec.properties import STEP

SIZES = {"n": (2, 5), "d": (2, 4)}
X = reals(-3, 3, "n", "d")
Y = reals(-4, 4, "n")
W = reals(-2, 2, "d")
B = number(-2, 2)

SAMPLES = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.5], [-2.0, 0.75, 1.0], [1.0, 3.0, -1.5]])
TARGETS = np.array([1.5, -0.5, 2.25, -3.0])
SQUARE = np.array([[1.0, -0.5, 2.0], [0.0, 1.5, -1.0], [2.5, 0.75, 0.25]])
WEIGHTS, BIAS = np.array([0.75, -1.5, 0.5]), -0.625

# --- prediction -------------------------------------------------------------------------------


def predict(x, w, b):
    """Return the predictions x w + b, shape (n,), for samples x, shape (n, d), weights w, shape (d,), and a bias b."""
    return x @ w + b


def column(values):
    return values.reshape(-1, 1)


def logistic(x, w, b):
    return 1 / (1 + exp(-predict(x, w, b)))


PREDICT = Function(
    predict,
    {"x": X, "w": W, "b": B},
    torch=lambda torch, x, w, b: torch.nn.functional.linear(x, w[None], w.new_full((1,), b))[:, 0],
    forms=(lambda x, w, b: total(x * w, axis=-1)[..., 0] + b, lambda x, w, b: b + (w @ x.T)),
    sizes=SIZES,
    examples=(
        Example("batch", SAMPLES, WEIGHTS, BIAS, why="four samples with three features"),
        Example("square", SQUARE, WEIGHTS, BIAS, why="as many samples as features"),
        Example("one-feature", SAMPLES[:, :1], WEIGHTS[:1], BIAS, why="a single feature"),
        Example("one-sample", SAMPLES[:1], WEIGHTS, BIAS, why="a single sample"),
        Example("no-samples", np.zeros((0, 3)), WEIGHTS, BIAS, why="a batch of no samples"),
        Example("offset", 1024 + SAMPLES, WEIGHTS, 512.0, why="features far from 0"),
    ),
    properties=(
        Property("samples-independent", "each sample gets the prediction that it gets alone", lambda ask, x, w, b: equal(ask(x, w, b)[:1], ask(x[:1], w, b))),
        Property("linear", "doubling the weights and the bias doubles the predictions", lambda ask, x, w, b: equal(ask(x, 2 * w, 2 * b), 2 * ask(x, w, b))),
        Property("bias-at-zero", "a sample of zeros gets the bias", lambda ask, x, w, b: equal(ask(0 * x, w, b), 0 * x[:, 0] + b)),
    ),
    misconceptions=(
        Misconception("NN1401", "no bias", "What should a sample of zeros get?", lambda x, w, b: x @ w),
        Misconception("NN1402", "the bias subtracted", "What should a sample of zeros get?", lambda x, w, b: x @ w - b),
        Misconception("NN1403", "the bias added once for each feature", "How often does the bias enter one prediction?", lambda x, w, b: total(x * w + b, axis=-1)[..., 0]),
        Misconception("NN1404", "the bias added before the weights", "Do the weights multiply the bias?", lambda x, w, b: (x + b) @ w),
        Misconception("NN1405", "a column in place of a vector", "Which shape do the targets have, and which one your predictions? What does numpy make of their difference?", lambda x, w, b: column(predict(x, w, b))),
        Misconception("NN1406", "one prediction for the whole batch", "How many predictions belong to n samples?", lambda x, w, b: total(x * w) + b),
        Misconception("NN1407", "the products not added", "How many numbers is the prediction for one sample?", lambda x, w, b: x * w + b),
        Misconception("NN1408", "the mean of the products", "Do the features of a sample add up, or are they averaged?", lambda x, w, b: x @ w / len(w) + b),
        Misconception("NN1409", "a sigmoid on top", "Which values may a prediction of a regression have?", logistic),
        Misconception("NN1410", "the samples transposed", "Does w have an entry for each feature, or for each sample?", lambda x, w, b: x.T @ w + b),
    ),
)  # fmt: skip

# --- gradients --------------------------------------------------------------------------------


def mean_squared_error(prediction, y):
    return total((prediction - y) ** 2) / len(y)


def gradients(x, y, w, b):
    """Return (dw, db), the gradients of the mean squared error of predict(x, w, b) against the targets y, shape (n,).

    dw has the shape of w, and db is a number.
    """
    return gradient(mean_squared_error(predict(x, w, b), y), (w, b))


def textbook(x, y, w, b, error=lambda prediction, y: prediction - y, predicted=predict):
    """The gradients as people write them, with another error in the middle."""
    r = error(predicted(x, w, b), y)
    return 2 / len(y) * (x.T @ r), 2 / len(y) * total(r)


def with_a_column_of_ones(x, y, w, b):
    """The bias as one more weight, and the normal equations in place of the errors."""
    ones = np.concatenate([x, np.ones((len(x), 1))], axis=1)
    weights = np.concatenate([w, [b]])
    both = (ones.T @ ones @ weights - ones.T @ y) * (2 / len(y))
    return both[:-1], both[-1]


def times(weight, bias):
    """The right gradients times two factors, which may depend on the samples."""

    def wrong(x, y, w, b):
        dw, db = textbook(x, y, w, b)
        return weight(x) * dw, bias(x) * db

    return wrong


def everywhere(factor):
    return times(factor, factor)


def over_the_root(x, y, w, b):
    root = sqrt(mean_squared_error(predict(x, w, b), y))
    return tuple(part / (2 * root) for part in textbook(x, y, w, b))


def own_slope(ask, x, y, w, b):
    """One step along a direction of ones, measured with the student's own predictions."""
    up, down = (ask.predict(x, w + sign * STEP, b + sign * STEP) - y for sign in (1, -1))
    slope = ((up * up).sum() - (down * down).sum()) / (2 * STEP * len(y))
    dw, db = ask(x, y, w, b)
    return equal(dw.sum() + db, slope)


def both(answer):
    """Both gradients as one number."""
    return answer[0].sum() + answer[1]


def torch_gradients(torch, x, y, w, b):
    weight, bias = w.detach().clone().requires_grad_(), w.new_tensor(b).requires_grad_()
    loss = torch.nn.functional.mse_loss(torch.mv(x, weight) + bias, y)
    return torch.autograd.grad(loss, (weight, bias))


GRADIENTS = Function(
    gradients,
    {"x": X, "y": Y, "w": W, "b": B},
    torch=torch_gradients,
    forms=(textbook, with_a_column_of_ones),
    with_own=(lambda own, x, y, w, b: textbook(x, y, w, b, predicted=own.predict),),
    sizes=SIZES,
    examples=(
        Example("batch", SAMPLES, TARGETS, WEIGHTS, BIAS, why="four samples with three features"),
        Example("square", SQUARE, TARGETS[:3], WEIGHTS, BIAS, why="as many samples as features"),
        Example("one-feature", SAMPLES[:, 1:2], TARGETS, WEIGHTS[:1], BIAS, why="a single feature"),
        Example("one-sample", SAMPLES[1:2], TARGETS[1:2], WEIGHTS, BIAS, why="a single sample"),
        Example("offset", 64 + SAMPLES, 8 * TARGETS, WEIGHTS, -2.5, why="features far from 0"),
    ),
    properties=(
        Property("slope", "they are the slopes of the mean squared error of your own predict, measured by a finite difference", own_slope, needs=("predict",)),
        Property("samples-twice", "a batch with every sample twice has the gradients of the batch", lambda ask, x, y, w, b: equal(both(ask(np.concatenate([x, x]), np.concatenate([y, y]), w, b)), both(ask(x, y, w, b)))),
        Property("perfect-line", "where every prediction is right, both gradients are 0", lambda ask, x, y, w, b: equal(stack([each * each for each in (ask(x, x @ w + b, w, b)[0].sum(), ask(x, x @ w + b, w, b)[1])]), 0.0)),
    ),
    misconceptions=(
        Misconception("NN1411", "the sum over the samples in place of the mean", "The loss averages over the samples. What happens to your gradient when every sample is there twice?", everywhere(len), convention=True),
        Misconception("NN1412", "half the gradient", "What does the derivative of a square bring down, and is there a half in the loss to cancel it?", everywhere(lambda x: 0.5), convention=True),
        Misconception("NN1413", "the sum over the samples, without the 2", "Of which loss is that the gradient? Does it average, and is there a half in it?", everywhere(lambda x: len(x) / 2), convention=True),
        Misconception("NN1414", "the sign", "Does the loss grow or fall along the gradient?", everywhere(lambda x: -1)),
        Misconception("NN1415", "no gradient for the bias", "Does the loss change when b does?", times(lambda x: 1, lambda x: 0)),
        Misconception("NN1416", "the gradient of the bias summed, not averaged", "Which of your two gradients averages over the samples?", times(lambda x: 1, len)),
        Misconception("NN1417", "the gradient of the weights summed, not averaged", "Which of your two gradients averages over the samples?", times(len, lambda x: 1)),
        Misconception("NN1418", "the samples missing in dw", "By which number is a weight multiplied on the way to the prediction?", lambda x, y, w, b: (w * 0 + textbook(x, y, w, b)[1], textbook(x, y, w, b)[1])),
        Misconception("NN1419", "the errors taken without the bias", "Of which predictions are those the errors?", lambda x, y, w, b: textbook(x, y, w, 0)),
        Misconception("NN1420", "the predictions in place of the errors", "Where do the targets enter your gradient?", lambda x, y, w, b: textbook(x, y, w, b, lambda prediction, y: prediction)),
        Misconception("NN1421", "the signs of the errors", "Of which loss is that the gradient: of the squared errors, or of the absolute ones?", lambda x, y, w, b: tuple(part / 2 for part in textbook(x, y, w, b, lambda prediction, y: where(positive(prediction - y), 1, -1)))),
        Misconception("NN1422", "the square not differentiated", "What is the derivative of a square: another square?", lambda x, y, w, b: textbook(x, y, w, b, lambda prediction, y: (prediction - y) ** 2)),
        Misconception("NN1423", "one gradient for each sample", "Which shape has w, and so which shape has its gradient?", lambda x, y, w, b: (2 * column(predict(x, w, b) - y) * x, 2 * (predict(x, w, b) - y))),
        Misconception("NN1424", "divided by the number of features", "Over what does the loss average?", everywhere(lambda x: len(x) / x.shape[1])),
        Misconception("NN1425", "divided by samples times features", "How many errors does the batch have?", times(lambda x: 1 / x.shape[1], lambda x: 1)),
        Misconception("NN1426", "divided by n - 1", "By which number is the sum of squares divided in the loss?", lambda x, y, w, b: tuple(part * len(y) / (len(y) - 1) for part in textbook(x, y, w, b))),
        Misconception("NN1427", "db before dw", "In which order are the two gradients to be returned?", lambda x, y, w, b: textbook(x, y, w, b)[::-1]),
        Misconception("NN1428", "the samples transposed", "Which entries of x belong to one weight: a row, or a column?", lambda x, y, w, b: (2 / len(y) * (x @ (predict(x, w, b) - y)), textbook(x, y, w, b)[1])),
        Misconception("NN1429", "the gradient of the root of the mean", "Is there a root in the loss?", over_the_root),
        Misconception("NN1430", "the first sample alone", "How many samples of the batch take part in your gradient?", lambda x, y, w, b: textbook(x[:1], y[:1], w, b)),
        Misconception("NN1431", "the last sample alone", "Does your loop over the samples add, or assign?", lambda x, y, w, b: textbook(x[-1:], y[-1:], w, b)),
        Misconception("NN1432", "the derivative in x", "In which variable do you differentiate?", lambda x, y, w, b: (textbook(x, y, w, b)[1] * w, textbook(x, y, w, b)[1])),
    ),
)  # fmt: skip

# --- epochs -----------------------------------------------------------------------------------


def iterations_per_epoch(n, batch_size):
    """Return how many batches of batch_size samples go through n samples once; the last one may be smaller."""
    return -(-n // batch_size)


ITERATIONS = Function(
    iterations_per_epoch,
    {"n": whole(1, 200), "batch_size": whole(1, 40)},
    torch=lambda torch, n, batch_size: len(torch.utils.data.DataLoader(range(n), batch_size=batch_size)),
    counts=True,
    points=0.5,
    examples=(
        Example("notes", 100, 16, worked="the regression of notes E: 100 samples in batches of 16"),
        Example("even", 96, 16, why="batches that come out even"),
        Example("one-more", 100001, 50000, why="one sample more than full batches hold"),
        Example("one-less", 95, 16, why="one sample less than full batches hold"),
        Example("small", 5, 8, why="fewer samples than a batch holds"),
        Example("single", 12, 1, why="batches of one sample"),
        Example("whole", 12, 12, why="one batch of everything"),
        Example("nothing", 0, 16, why="no samples at all"),
    ),
    properties=(
        Property("room", "the batches have room for all samples", lambda ask, n, batch_size: at_least(batch_size * ask(n, batch_size), n)),
        Property("none-empty", "no batch is empty", lambda ask, n, batch_size: at_least(n - 1, batch_size * (ask(n, batch_size) - 1))),
    ),
    misconceptions=(
        Misconception("NN1433", "the last, smaller batch left out", "What becomes of the samples that do not fill a batch?", lambda n, batch_size: n // batch_size, convention=True),
        Misconception("NN1434", "a fraction of a batch", "Can there be a quarter of a step?", lambda n, batch_size: n / batch_size),
        Misconception("NN1435", "one batch too many where they come out even", "How many batches of 16 are 96 samples?", lambda n, batch_size: n // batch_size + 1),
        Misconception("NN1436", "rounded to the nearest", "How many steps do 97 samples in batches of 16 take?", lambda n, batch_size: round(n / batch_size)),
        Misconception("NN1437", "the number of samples", "How many samples go into one step?", lambda n, batch_size: n),
        Misconception("NN1438", "the samples of the last batch", "Are the batches asked for, or what is left over for the last one?", lambda n, batch_size: n % batch_size),
        Misconception("NN1439", "no batch less than one", "What becomes of the samples that do not fill a batch?", lambda n, batch_size: max(1, n // batch_size)),
        Misconception("NN1440", "one batch too few where they come out even", "How many batches of 16 are 96 samples?", lambda n, batch_size: (n - 1) // batch_size),
    ),
)  # fmt: skip

# --- training ---------------------------------------------------------------------------------


def train(batches, w, b, lr, epochs):
    """Go through all batches, in their order, in every epoch; return (w, b, losses).

    Each batch (x, y) makes one step of gradient descent on its mean squared error, with learning rate lr. losses has
    one entry for each epoch: the mean over its batches of the loss before that batch's step.
    """
    losses = []
    for _ in range(epochs):
        seen = []
        for x, y in batches:
            loss = mean_squared_error(predict(x, w, b), y)
            dw, db = gradient(loss, (w, b))
            w, b = w - lr * dw, b - lr * db
            seen.append(loss)
        losses.append(mean(seen))
    return w, b, losses


def mean(values):
    return total(values) / len(values)


def together(w, b, dw, db, lr):
    return w - lr * dw, b - lr * db


def descent(
    slopes=textbook,
    update=together,
    loss=mean_squared_error,
    seen=lambda before, after: before,
    epoch_loss=lambda seen, sizes: mean(seen),
    history=lambda losses: losses,
    chosen=lambda batches: batches,
    rate=lambda lr, epoch: lr,
    restart=False,
    predicted=predict,
):
    """Training as people write it, with parts exchanged.

    `seen` chooses between a batch's loss before and after its step, `epoch_loss` makes one number of those of an
    epoch, and `history` makes of the list of all epochs' losses what is returned.
    """

    def wrong(batches, w, b, lr, epochs):
        start, losses = (w, b), []
        for epoch in range(epochs):
            w, b = start if restart else (w, b)
            values, sizes = [], []
            for x, y in chosen(batches):
                before = loss(predicted(x, w, b), y)
                w, b = update(w, b, *slopes(x, y, w, b), rate(lr, epoch))
                values.append(seen(before, loss(predicted(x, w, b), y)))
                sizes.append(len(y))
            losses.append(epoch_loss(values, sizes))
        return w, b, history(losses)

    return wrong


def running(losses):
    """The mean over all epochs so far, since nothing is reset."""
    return [mean(losses[: epoch + 1]) for epoch in range(len(losses))]


def added_up(losses):
    return [total(losses[: epoch + 1]) for epoch in range(len(losses))]


def over_samples(seen, sizes):
    return total([size * value for size, value in zip(sizes, seen, strict=True)]) / sum(sizes)


def weights_first(w, b, x, y, lr):
    w = w - lr * textbook(x, y, w, b)[0]
    return w, b - lr * textbook(x, y, w, b)[1]


def bias_first(w, b, x, y, lr):
    b = b - lr * textbook(x, y, w, b)[1]
    return w - lr * textbook(x, y, w, b)[0], b


def one_after_the_other(step):
    """Training whose second update already sees the first one."""

    def wrong(batches, w, b, lr, epochs):
        losses = []
        for _ in range(epochs):
            seen = []
            for x, y in batches:
                seen.append(mean_squared_error(predict(x, w, b), y))
                w, b = step(w, b, x, y, lr)
            losses.append(mean(seen))
        return w, b, losses

    return wrong


def accumulating(per_epoch):
    """Training on gradients that are added to those of earlier batches: of all, or of this epoch alone."""

    def wrong(batches, w, b, lr, epochs):
        losses, dw, db = [], 0 * w, 0 * b
        for _ in range(epochs):
            seen, (dw, db) = [], (0 * w, 0 * b) if per_epoch else (dw, db)
            for x, y in batches:
                seen.append(mean_squared_error(predict(x, w, b), y))
                dw, db = (old + new for old, new in zip((dw, db), textbook(x, y, w, b), strict=True))
                w, b = together(w, b, dw, db, lr)
            losses.append(mean(seen))
        return w, b, losses

    return wrong


def one_step_per_epoch(combined):
    """Training that makes one step an epoch, of what `combined` makes of all batches' gradients."""

    def wrong(batches, w, b, lr, epochs):
        losses, sizes = [], [len(y) for _, y in batches]
        for _ in range(epochs):
            losses.append(mean([mean_squared_error(predict(x, w, b), y) for x, y in batches]))
            dw, db = zip(*(textbook(x, y, w, b) for x, y in batches), strict=True)
            w, b = together(w, b, combined(dw, sizes), combined(db, sizes), lr)
        return w, b, losses

    return wrong


def weighted(parts, sizes):
    return sum(size * part for size, part in zip(sizes, parts, strict=True)) / sum(sizes)


def loss_at_the_end(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        w, b, _ = descent()(batches, w, b, lr, 1)
        losses.append(mean([mean_squared_error(predict(x, w, b), y) for x, y in batches]))
    return w, b, losses


def every_step(batches, w, b, lr, epochs):
    losses = []
    for x, y in batches * epochs:
        losses.append(mean_squared_error(predict(x, w, b), y))
        w, b = together(w, b, *textbook(x, y, w, b), lr)
    return w, b, losses


def one_epoch(batches, w, b, lr, epochs):
    return descent()(batches, w, b, lr, 1)


def one_epoch_less(batches, w, b, lr, epochs):
    return descent()(batches, w, b, lr, epochs - 1)


def without_the_last(batches):
    return batches[:-1] if len(batches) > 1 else batches


def torch_train(torch, batches, w, b, lr, epochs):
    weight, bias = w.detach().clone().requires_grad_(), w.new_tensor(b).requires_grad_()
    optimizer, losses = torch.optim.SGD([weight, bias], lr=lr), []
    for _ in range(epochs):
        seen = []
        for x, y in batches:
            loss = torch.nn.functional.mse_loss(torch.mv(x, weight) + bias, y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            seen.append(loss.detach())
        losses.append(torch.stack(seen).mean())
    return weight.detach(), bias.detach(), losses


def as_batches(x, y, *sizes):
    """Consecutive samples in batches of these sizes."""
    rows = iter(zip(x, y, strict=True))
    taken = [list(islice(rows, size)) for size in sizes]
    return [(np.array([x for x, _ in batch]), np.array([y for _, y in batch])) for batch in taken]


# The data of notes E: scikit-learn's make_regression(n_samples=100, n_features=1, noise=10, bias=14.5,
# random_state=0), rounded to ten decimals, and shuffled once more: in a fixed order training ends up to 2 away from
# the least-squares line, because the last batch of four counts as much as one of sixteen; in this order it ends as
# near to it as with new batches in every epoch.
NOTES_X = np.array([
    -0.403176947, 1.9507753952, 1.4882521938, -0.2127402802, 0.4105985019, 1.1787795712, 0.1563489691,
    -0.7421650204, -0.3873268174, -0.4380743016, -0.4017809362, 1.0544517269, 0.4656624397, -1.5362436863,
    0.1216750165, -0.2051582638, 0.1269120927, -0.0281822283, 0.9787379841, 1.454273507, -0.9072983644,
    0.4023416412, 1.7858704939, -0.3023027506, 0.4438632327, 0.3563663972, -1.4200179372, -0.8954665612,
    -0.6724604478, -0.362741166, -1.4543656746, 1.1394006845, 0.3336743274, 1.4693587699, 0.3781625196,
    2.2408931992, 0.1440435712, 1.895889176, -1.0485529651, 2.269754624, 1.2023798488, -1.1806321841,
    1.4940790732, -0.18718385, 0.4001572084, -0.5108051376, 0.1289829108, -1.1651498408, -0.3479121493,
    0.8644361989, 1.5327792144, -0.5788496648, -0.1799248358, 0.7065731682, 0.9766390365, -0.1032188518,
    0.9500884175, 0.7290905622, -0.813146282, 0.4627822555, -1.2348258204, -0.3115525321, 1.2302906807,
    -0.8877857476, 0.0519453958, -0.5096521818, 0.0105000207, -2.5529898158, 0.3024718977, 0.900826487,
    0.0561653422, 0.7610377251, 0.3869024979, 1.8675579901, -1.9807964682, -0.1513572083, -0.8707971492,
    -0.6848100909, -0.9772778799, 0.4019893634, -1.630198347, -0.3595531615, 0.1774261423, 0.4283318705,
    1.764052346, -1.6138978476, -1.25279536, 0.2082749781, -1.7062701906, 0.0665172224, 0.0457585173,
    0.6536185954, -1.7262826023, -0.6343220937, 0.3130677017, -1.0707526215, 0.1549474257, 0.7774903558,
    1.2224450704, -0.8540957393
])  # fmt: skip
NOTES_Y = np.array([
    1.4429983719, 101.3235997536, 59.9599317364, 11.5939329186, 14.4728424885, 74.9429894843, 17.4860622313,
    -12.6052094006, -1.0899433421, 14.765538141, -13.8346523177, 48.8710384248, 15.2314949879,
    -61.9902561947, 32.6642197174, -14.1035247851, 23.8023136781, -2.254754753, 66.2924630546,
    94.7758699689, -10.5617690638, 26.056894577, 88.3599937013, -11.2238392559, 42.4953954707,
    26.2844656932, -57.4900873279, -32.2284354956, -12.0475822218, 14.0322517172, -46.6450392205,
    58.9522164375, 27.0549501074, 80.8609944695, 44.9769664111, 96.7114997059, 35.8476276125, 91.971987685,
    -36.5544891106, 110.2472146455, 57.2812673059, -40.920030704, 68.1866622219, 9.4399945345,
    31.9943143685, -12.9674636097, 30.8600962413, -33.9421213345, 17.1561025147, 53.3621637217,
    83.0718935042, -7.4181505078, 9.3733704062, 41.4874564224, 35.8397727136, 16.1707396244, 44.0678272028,
    49.6469961518, -1.8420691708, 45.27464408, -31.5167016631, -7.8528646643, 80.0860358179, -21.200638485,
    -0.9726046881, 4.871354782, -7.2385588864, -99.5679140601, 21.0086719129, 37.8229468506, 25.4629742394,
    59.6707474002, 14.688182737, 102.0345859115, -73.6657065265, 5.9933621391, -21.3256813074,
    -9.3147640398, -41.8235304466, 33.9548701818, -62.3702465089, -5.4558856099, 28.5323900725,
    32.1104141405, 86.8595133713, -38.2648492572, -31.4581256129, 35.9510619567, -55.8446970686,
    -0.7934218569, 7.0841933026, 45.1916745345, -81.6107344116, -21.6676540276, 28.6668398575,
    -30.4153458232, 1.6603681041, 70.2976547972, 59.4733589465, -20.5527403101
])  # fmt: skip
NOTES = as_batches(NOTES_X[:, np.newaxis], NOTES_Y, 16, 16, 16, 16, 16, 16, 4)
NOTES_E = "the regression of notes E: 100 samples in batches of 16, learning rate 0.01"
THREE = as_batches(
    np.array([[0.5, -1.0], [1.5, 0.25], [-2.0, 0.75], [1.0, 2.0], [-0.5, -1.5], [0.25, 1.0]]),
    np.array([1.5, -0.5, 2.25, -3.0, 0.75, -1.25]),
    3, 2, 1,
)  # fmt: skip
LINE = as_batches(
    np.array([[-0.75], [0.5], [1.25], [2.0], [-1.5]]), np.array([-1.0, 1.5, 3.25, 3.0, -2.75]), 2, 3
)
EQUAL = as_batches(np.concatenate([SAMPLES, -SAMPLES[:2]]), np.concatenate([TARGETS, [0.5, 1.0]]), 2, 2, 2)
# Four points whose mean is 0, so that weights and bias do not disturb each other.
SPREAD = as_batches(np.array([[-1.5], [-0.5], [0.5], [1.5]]), np.array([-2.0, -0.25, 2.25, 5.0]), 4)


def first_of(batches):
    return [batches[0]]


def own_step(ask, batches, w, b, lr, epochs):
    dw, db = ask.gradients(*batches[0], w, b)
    new_w, new_b, _ = ask(first_of(batches), w, b, lr, 1)
    return equal(new_w.sum() + 2 * new_b, w.sum() - lr * dw.sum() + 2 * (b - lr * db))


def own_loss(ask, batches, w, b, lr, epochs):
    x, y = batches[0]
    error = ask.predict(x, w, b) - y
    return equal(ask(first_of(batches), w, b, lr, 1)[2][0], (error * error).sum() / len(y))


def stays(ask, batches, w, b, lr, epochs):
    answer = ask([(x, x @ w + b) for x, _ in batches], w, b, lr, epochs)
    moved = answer[0] - w
    return equal(stack([*answer[2], answer[1] - b, (moved * moved).sum()]), 0.0)


def earlier_epochs(ask, batches, w, b, lr, epochs):
    return equal(
        stack(ask(batches, w, b, lr, epochs + 1)[2][:epochs]), stack(ask(batches, w, b, lr, epochs)[2])
    )


def lands(ask, batches, w, b, lr, epochs):
    line = np.linalg.lstsq(np.column_stack([batches[0][0], np.ones(len(batches[0][0]))]), batches[0][1])[0]
    new_w, new_b, _ = ask(batches, w, b, lr, epochs)
    return equal(stack([new_w.sum(), new_b]), line)


TRAIN = Function(
    train,
    {"batches": batches(-2, 2, "m", "d"), "w": W, "b": B, "lr": number(0.05, 0.3), "epochs": whole(1, 3)},
    torch=torch_train,
    with_own=(
        lambda own, *given: descent(own("gradients", textbook), loss=own("mse", mean_squared_error), predicted=own("predict", predict))(*given),
        lambda own, *given: descent(own.gradients)(*given),
        lambda own, *given: descent(lambda x, y, w, b: textbook(x, y, w, b, predicted=own.predict), predicted=own.predict)(*given),
    ),
    sizes={"m": (2, 3), "d": (1, 3)},
    points=2.0,
    iterates=True,
    examples=(
        Example("three-batches", THREE, np.array([0.5, -0.25]), 0.75, 0.1, 3, why="three epochs of three batches"),
        Example("line", LINE, np.array([-0.5]), 0.25, 0.15, 4, why="one feature, four epochs of two batches"),
        Example("equal-batches", EQUAL, WEIGHTS, BIAS, 0.05, 2, why="batches of one size"),
        Example("one-batch", THREE[:1], np.array([0.5, -0.25]), 0.75, 0.2, 3, why="a single batch"),
        Example("one-epoch", LINE, np.array([1.5]), -0.5, 0.3, 1, why="a single epoch"),
        Example("notes", NOTES, np.zeros(1), 0.0, 0.01, 50, worked=f"{NOTES_E}, 50 epochs"),
    ),
    properties=(
        Property("own-gradients", "with one batch and one epoch it is one step along your own gradients", own_step, needs=("gradients",)),
        Property("own-loss", "the first loss is the mean squared error of your own predict", own_loss, needs=("predict",)),
        Property("perfect-line", "on a line that fits every sample nothing moves, and every loss is 0", stays),
        Property("earlier-epochs", "one epoch more does not change the losses of the epochs before it", earlier_epochs),
        Property("least-squares", "with one batch and many epochs it lands on the least-squares line", lands, at=(SPREAD, np.array([-1.0]), 3.0, 0.25, 48)),
    ),
    links=(
        Link("the loss of the first epoch", "2.0"),
        Link("w after the training", "0"),
        Link("b after the training", "1"),
        Link("the loss of the last epoch", "2.-1"),
    ),
    misconceptions=(
        Misconception("NN1441", "a running mean over all epochs so far", "Your losses fall more slowly than the true ones. Which of the two, the total and the count, starts anew with each epoch?", descent(history=running)),
        Misconception("NN1442", "the total of the losses carried over to the next epoch", "With which value does the total of an epoch start?", descent(history=added_up)),
        Misconception("NN1443", "the mean over the samples, not over the batches", "How much does the loss of a small batch count: as much as that of a large one?", descent(epoch_loss=over_samples), convention=True),
        Misconception("NN1444", "the losses of the batches divided by the number of samples", "How many losses did you add?", descent(epoch_loss=lambda seen, sizes: total(seen) / sum(sizes))),
        Misconception("NN1445", "the loss after the step", "Is a batch's loss taken before its step, or after it?", descent(seen=lambda before, after: after)),
        Misconception("NN1446", "the loss of the last batch alone", "Of how many batches is the loss of an epoch made?", descent(epoch_loss=lambda seen, sizes: seen[-1])),
        Misconception("NN1447", "the loss of the first batch alone", "Of how many batches is the loss of an epoch made?", descent(epoch_loss=lambda seen, sizes: seen[0])),
        Misconception("NN1448", "the total of the losses of an epoch", "Is the loss of an epoch a total or a mean?", descent(epoch_loss=lambda seen, sizes: total(seen))),
        Misconception("NN1449", "the loss at the end of the epoch", "With which weights is the loss of a batch taken: with those that it meets, or with those of the epoch's end?", loss_at_the_end),
        Misconception("NN1450", "a loss for each step", "How many losses are three epochs?", every_step),
        Misconception("NN1451", "the root of the loss", "Is there a root in the loss?", descent(epoch_loss=lambda seen, sizes: sqrt(mean(seen)))),
        Misconception("NN1452", "the losses halved", "Which factor stands in front of the mean of squares?", descent(epoch_loss=lambda seen, sizes: mean(seen) / 2)),
        Misconception("NN1453", "one step an epoch, of all samples", "How many steps does an epoch with three batches make?", one_step_per_epoch(weighted)),
        Misconception("NN1454", "one step an epoch, of the sum of all batches' gradients", "How many steps does an epoch with three batches make?", one_step_per_epoch(lambda parts, sizes: sum(parts))),
        Misconception("NN1455", "one step an epoch, of the mean of all batches' gradients", "How many steps does an epoch with three batches make?", one_step_per_epoch(lambda parts, sizes: sum(parts) / len(parts))),
        Misconception("NN1456", "gradients that add up from step to step", "Who sets the gradients back to 0, and when?", accumulating(per_epoch=False)),
        Misconception("NN1457", "gradients that add up within an epoch", "Who sets the gradients back to 0, and when?", accumulating(per_epoch=True)),
        Misconception("NN1458", "the last batch left out", "How many samples take part in an epoch?", descent(chosen=without_the_last)),
        Misconception("NN1459", "the batches in reverse", "In which order do the batches come?", descent(chosen=lambda batches: batches[::-1])),
        Misconception("NN1460", "the first batch over and over", "Which batch makes the second step?", descent(chosen=lambda batches: batches[:1] * len(batches))),
        Misconception("NN1461", "the learning rate divided by the batch size", "The mean over the samples is in the gradient already. Where else do you divide?", descent(slopes=everywhere(lambda x: 1 / len(x)))),
        Misconception("NN1462", "gradients summed over the samples", "Do your steps grow with the size of the batch?", descent(slopes=everywhere(len)), convention=True),
        Misconception("NN1463", "the 2 of the gradient forgotten", "What does the derivative of a square bring down?", descent(slopes=everywhere(lambda x: 0.5))),
        Misconception("NN1464", "half the mean squared error", "Which factor stands in front of the mean of squares?", descent(slopes=everywhere(lambda x: 0.5), epoch_loss=lambda seen, sizes: mean(seen) / 2), convention=True),
        Misconception("NN1465", "ascent", "Do your losses fall?", descent(slopes=everywhere(lambda x: -1))),
        Misconception("NN1466", "the first epoch alone", "How often does your code go through the batches before it returns?", one_epoch),
        Misconception("NN1467", "one epoch too few", "How many losses should be in the list?", one_epoch_less),
        Misconception("NN1468", "nothing updated", "Which names hold the weights after a step?", descent(rate=lambda lr, epoch: 0)),
        Misconception("NN1469", "the bias never updated", "Which parameters does a step update?", descent(slopes=times(lambda x: 1, lambda x: 0))),
        Misconception("NN1470", "the weights never updated", "Which parameters does a step update?", descent(slopes=times(lambda x: 0, lambda x: 1))),
        Misconception("NN1471", "the gradient of the bias at weights that are updated already", "Both gradients belong to one step. With which weights is each of them taken?", one_after_the_other(weights_first)),
        Misconception("NN1472", "the gradient of the weights at a bias that is updated already", "Both gradients belong to one step. With which bias is each of them taken?", one_after_the_other(bias_first)),
        Misconception("NN1473", "the learning rate forgotten", "What happens in your code when lr is tiny?", descent(rate=lambda lr, epoch: 1)),
        Misconception("NN1474", "a learning rate that falls from epoch to epoch", "Is the learning rate of the last epoch that of the first one?", descent(rate=lambda lr, epoch: lr / (epoch + 1))),
        Misconception("NN1475", "every epoch starts from the first weights", "With which weights does the second epoch begin?", descent(restart=True)),
        Misconception("NN1476", "the gradient of the bias summed, not averaged", "Which of your two gradients averages over the samples?", descent(slopes=times(lambda x: 1, len))),
        Misconception("NN1477", "the loss of the last epoch alone", "How many losses are three epochs?", descent(history=lambda losses: losses[-1])),
    ),
)  # fmt: skip

EXERCISE = Exercise(
    "regression", "Linear regression by mini-batches", (PREDICT, GRADIENTS, ITERATIONS, TRAIN)
)
