"""A loss is an object with a value and a gradient; means over samples wrap sums."""

import numpy as np


class HalfSquares:
    def value(self, p, y):
        return ((p - y) ** 2).sum() / 2

    def gradient(self, p, y):
        return p - y


class Absolute:
    def value(self, p, y):
        return np.abs(p - y).sum()

    def gradient(self, p, y):
        return np.where(p >= y, np.ones_like(p), -np.ones_like(p))


class Bernoulli:
    """Minus the logarithm of the probability of the label."""

    def value(self, p, y):
        with np.errstate(divide="ignore"):
            return -np.log(np.where(y == 1, p, 1 - p)).sum()

    def gradient(self, p, y):
        return np.where(y == 1, -1 / p, 1 / (1 - p))


class Logistic:
    def value(self, z, y):
        margin = np.where(y == 1, z, -z)
        return (np.maximum(-margin, 0) + np.log1p(np.exp(-np.abs(margin)))).sum()

    def gradient(self, z, y):
        e = np.exp(-np.abs(z))
        return np.where(z < 0, e / (1 + e), 1 / (1 + e)) - y


class Categorical:
    def value(self, p, y):
        with np.errstate(divide="ignore"):
            return -np.log(p, out=np.zeros_like(p), where=y > 0).sum()

    def gradient(self, p, y):
        return -y / p


class Softmax:
    def probabilities(self, z):
        e = np.exp(z - z.max(axis=-1, keepdims=True))
        return e / e.sum(axis=-1, keepdims=True)

    def value(self, z, y):
        z = z - z.max(axis=-1, keepdims=True)
        return np.log(np.exp(z).sum(axis=-1)).sum() - (y * z).sum()

    def gradient(self, z, y):
        return self.probabilities(z) - y


class Mean:
    """A summed loss, divided by the number of entries, or of rows."""

    def __init__(self, loss, count):
        self.loss, self.count = loss, count

    def value(self, p, y):
        return self.loss.value(p, y) / self.count(p)

    def gradient(self, p, y):
        return self.loss.gradient(p, y) / self.count(p)


class Twice:
    def __init__(self, loss):
        self.loss = loss

    def value(self, p, y):
        return 2 * self.loss.value(p, y)

    def gradient(self, p, y):
        return 2 * self.loss.gradient(p, y)


half_sse, half_sse_grad = HalfSquares().value, HalfSquares().gradient
mae, mae_grad = Mean(Absolute(), np.size).value, Mean(Absolute(), np.size).gradient
squares = Mean(Twice(HalfSquares()), np.size)
mse, mse_grad = squares.value, squares.gradient
bernoulli = Mean(Bernoulli(), np.size)
binary_cross_entropy, binary_cross_entropy_grad = bernoulli.value, bernoulli.gradient
logistic = Mean(Logistic(), np.size)
bce_with_logits, bce_with_logits_grad = logistic.value, logistic.gradient
categorical = Mean(Categorical(), len)
cross_entropy, cross_entropy_grad = categorical.value, categorical.gradient
of_softmax = Mean(Softmax(), len)
softmax_cross_entropy, softmax_cross_entropy_grad = of_softmax.value, of_softmax.gradient
