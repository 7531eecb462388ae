"""Each activation is an object: calling it gives the value, .slope gives the derivative."""

import math

import numpy as np


class Activation:
    def __call__(self, x, *parameters, **named):
        x = self.floating(x)
        return self.value(x, *parameters, **named).astype(x.dtype)

    def slope(self, x, *parameters, **named):
        x = self.floating(x)
        return self.derivative(x, *parameters, **named).astype(x.dtype)

    @staticmethod
    def floating(x):
        x = np.array(x)
        return x if np.issubdtype(x.dtype, np.floating) else x.astype(np.float64)


class Sigmoid(Activation):
    def value(self, x):
        return np.exp(-np.logaddexp(0, -x))

    def derivative(self, x):
        return np.exp(-np.logaddexp(0, -x) - np.logaddexp(0, x))


class Tanh(Activation):
    def value(self, x):
        return np.tanh(x)

    def derivative(self, x):
        return 1 / np.cosh(np.clip(x, -40, 40)) ** 2


class LeakyReLU(Activation):
    def value(self, x, alpha=0.01):
        return np.where(x < 0, alpha * x, x)

    def derivative(self, x, alpha=0.01):
        return np.where(x < 0, np.full_like(x, alpha), np.ones_like(x))


class PReLU(LeakyReLU):
    def slope(self, x, alpha):
        return super().slope(x, alpha), np.minimum(self.floating(x), 0)


class ReLU(Activation):
    def value(self, x):
        return np.fmax(x, 0)

    def derivative(self, x):
        return np.where(x > 0, np.ones_like(x), np.zeros_like(x))


class GELU(Activation):
    def cdf(self, x):
        values = [(1 + math.erf(v / math.sqrt(2))) / 2 for v in x.ravel()]
        return np.array(values, dtype=np.float64).reshape(x.shape)

    def value(self, x):
        return x * self.cdf(x)

    def derivative(self, x):
        x = np.clip(x, -40, 40)
        return self.cdf(x) + x * np.exp(-x * x / 2) / math.sqrt(2 * math.pi)


class Identity(Activation):
    def __call__(self, x):
        return x

    def derivative(self, x):
        return np.ones(x.shape)


sigmoid = Sigmoid()
tanh = Tanh()
relu = ReLU()
leaky_relu = LeakyReLU()
prelu = PReLU()
gelu = GELU()
identity = Identity()

sigmoid_grad = sigmoid.slope
tanh_grad = tanh.slope
relu_grad = relu.slope
leaky_relu_grad = leaky_relu.slope
prelu_grad = prelu.slope
gelu_grad, identity_grad = gelu.slope, identity.slope
