"""Every function of every exercise, in numpy: what a student hands in at the end of the course."""

import math

import numpy as np

# --- activations ------------------------------------------------------------------------------

erf = np.vectorize(math.erf, otypes=[np.float64])


def to_float(x):
    return x if x.dtype.kind == "f" else x.astype(np.float64)


def sigmoid(x):
    e = np.exp(-np.abs(to_float(x)))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_grad(x):
    return sigmoid(x) * sigmoid(-x)


def tanh(x):
    return np.tanh(to_float(x))


def tanh_grad(x):
    return 1 - tanh(x) ** 2


def relu(x):
    return np.maximum(to_float(x), 0)


def relu_grad(x):
    return (x > 0).astype(to_float(x).dtype)


def leaky_relu(x, alpha=0.01):
    return np.where(x > 0, x, alpha * x).astype(to_float(x).dtype)


def leaky_relu_grad(x, alpha=0.01):
    return np.where(x > 0, 1, alpha).astype(to_float(x).dtype)


def prelu(x, alpha):
    return leaky_relu(x, alpha)


def prelu_grad(x, alpha):
    return leaky_relu_grad(x, alpha), np.minimum(to_float(x), 0)


def gelu(x):
    x = to_float(x)
    return 0.5 * x * (1 + erf(x / math.sqrt(2)).astype(x.dtype))


def gelu_grad(x):
    x = to_float(x)
    density = np.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    return 0.5 * (1 + erf(x / math.sqrt(2)).astype(x.dtype)) + x * density


def identity(x):
    return x


def identity_grad(x):
    return np.ones_like(to_float(x))


# --- softmax ----------------------------------------------------------------------------------


def log_softmax(z):
    z = to_float(z)
    shifted = z - z.max(axis=-1, keepdims=True, initial=-np.inf)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def softmax(z):
    z = to_float(z)
    e = np.exp(z - z.max(axis=-1, keepdims=True, initial=-np.inf))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_jacobian(z):
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)


# --- losses -----------------------------------------------------------------------------------


def mae(p, y):
    return np.mean(np.abs(p - y))


def mae_grad(p, y):
    return np.sign(p - y) / p.size


def mse(p, y):
    return np.mean((p - y) ** 2)


def mse_grad(p, y):
    return 2 * (p - y) / p.size


def half_sse(p, y):
    return 0.5 * np.sum((p - y) ** 2)


def half_sse_grad(p, y):
    return p - y


def binary_cross_entropy(p, y):
    with np.errstate(divide="ignore"):
        return np.mean(np.where(y == 1, -np.log(p), -np.log1p(-p)))


def binary_cross_entropy_grad(p, y):
    return (p - y) / (p * (1 - p)) / p.size


def cross_entropy(p, y):
    with np.errstate(divide="ignore"):
        return -np.mean(np.log(np.sum(p * y, axis=1)))


def cross_entropy_grad(p, y):
    return -(y / p) / len(p)


def bce_with_logits(z, y):
    return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))


def bce_with_logits_grad(z, y):
    return (sigmoid(z) - y) / z.size


def softmax_cross_entropy(z, y):
    return -np.sum(y * log_softmax(z)) / len(z)


def softmax_cross_entropy_grad(z, y):
    return (softmax(z) - y) / len(z)


# --- initializers -----------------------------------------------------------------------------


def zeros(shape):
    return np.zeros(shape)


def ones(shape):
    return np.ones(shape)


def constant(shape, value):
    return np.full(shape, value)


def uniform(shape, low, high, rng):
    return rng.uniform(low, high, shape)


def normal(shape, mean, std, rng):
    return rng.normal(mean, std, shape)


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    bound = gain * np.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, (fan_out, fan_in))


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    return rng.normal(0, gain * np.sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))


def kaiming_uniform(fan_in, fan_out, rng):
    bound = np.sqrt(6 / fan_in)
    return rng.uniform(-bound, bound, (fan_out, fan_in))


def kaiming_normal(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_in), (fan_out, fan_in))


# --- layers -----------------------------------------------------------------------------------

ACTIVATIONS = {
    "identity": identity,
    "sigmoid": sigmoid,
    "tanh": tanh,
    "relu": relu,
    "leaky_relu": leaky_relu,
    "gelu": gelu,
    "softmax": softmax,
}


def linear(x, W, b):
    return x @ W.T + b


def mlp_forward(x, layers, activations):
    for (W, b), name in zip(layers, activations):
        x = ACTIVATIONS[name](linear(x, W, b))
    return x


def count_parameters(layers):
    return sum(W.size + b.size for W, b in layers)


# --- backprop ---------------------------------------------------------------------------------


def forward(x, params):
    z1 = linear(x, params["W1"], params["b1"])
    a1 = sigmoid(z1)
    z2 = linear(a1, params["W2"], params["b2"])
    return {"z1": z1, "a1": a1, "z2": z2, "a2": sigmoid(z2)}


def loss(a2, t):
    return half_sse(a2, t)


def backward(x, t, params):
    f = forward(x, params)
    delta2 = (f["a2"] - t) * f["a2"] * (1 - f["a2"])
    delta1 = delta2 @ params["W2"] * f["a1"] * (1 - f["a1"])
    d1, d2, a1, x = (np.atleast_2d(each) for each in (delta1, delta2, f["a1"], x))
    return {"W1": d1.T @ x, "b1": d1.sum(axis=0), "W2": d2.T @ a1, "b2": d2.sum(axis=0)}


def sgd_step(params, grads, lr):
    return {name: params[name] - lr * grads[name] for name in params}


def train_step(x, t, params, lr):
    return sgd_step(params, backward(x, t, params), lr), loss(forward(x, params)["a2"], t)


def deep_backward(x, t, weights):
    activations = [np.atleast_2d(x)]
    for W in weights:
        activations.append(sigmoid(activations[-1] @ W.T))
    upstream, grads = activations[-1] - t, []
    for W, before, after in zip(weights[::-1], activations[-2::-1], activations[:0:-1]):
        delta = upstream * after * (1 - after)
        grads.insert(0, delta.T @ before)
        upstream = delta @ W
    return grads


# --- optimizers -------------------------------------------------------------------------------


def sgd(w, g, state, lr):
    return w - lr * g, state


def momentum(w, g, state, lr, beta=0.9):
    velocity = g if state is None else beta * state + g
    return w - lr * velocity, velocity


def adagrad(w, g, state, lr, eps=1e-10):
    total = g * g if state is None else state + g * g
    return w - lr * g / (np.sqrt(total) + eps), total


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    average = (1 - alpha) * g * g + (0 if state is None else alpha * state)
    return w - lr * g / (np.sqrt(average) + eps), average


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, t = state or (0, 0, 0)
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g, t + 1
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), (m, v, t)


def newton(w, g, H):
    return w - np.linalg.solve(H, g)


def bfgs_update(H_inv, s, y):
    rho = 1 / (y @ s)
    left = np.eye(len(s), dtype=s.dtype) - rho * np.outer(s, y)
    return left @ H_inv @ left.T + rho * np.outer(s, s)


# --- regression -------------------------------------------------------------------------------


def predict(x, w, b):
    return x @ w + b


def gradients(x, y, w, b):
    error = predict(x, w, b) - y
    return 2 * x.T @ error / len(y), 2 * error.mean()


def iterations_per_epoch(n, batch_size):
    return -(-n // batch_size)


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        seen = []
        for x, y in batches:
            seen.append(mse(predict(x, w, b), y))
            dw, db = gradients(x, y, w, b)
            w, b = w - lr * dw, b - lr * db
        losses.append(sum(seen) / len(seen))
    return w, b, losses


# --- regularization ---------------------------------------------------------------------------


def l2_penalty(w, lam):
    return lam / 2 * np.sum(w**2)


def l2_penalty_grad(w, lam):
    return lam * w


def dropout(x, p, rng, training):
    x = to_float(x)
    if not training:
        return x
    kept = rng.random(x.shape) >= p
    return np.where(kept, x / (1 - p), 0)


def batch_norm(x, gamma, beta, eps=1e-5):
    return batch_norm_eval(x, gamma, beta, x.mean(axis=0), x.var(axis=0), eps)


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    std = np.sqrt(x.var(axis=0) + eps)
    x_hat = (x - x.mean(axis=0)) / std
    dgamma, dbeta = np.sum(dy * x_hat, axis=0), np.sum(dy, axis=0)
    dx = gamma / std * (dy - dbeta / len(x) - x_hat * dgamma / len(x))
    return dx, dgamma, dbeta


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


# --- gradient_flow ----------------------------------------------------------------------------

SLOPES = {"identity": identity_grad, "sigmoid": sigmoid_grad, "tanh": tanh_grad, "relu": relu_grad}


def sigmoid_chain_grad(x, n):
    slope = 1.0
    for _ in range(n):
        slope, x = slope * sigmoid_grad(x), sigmoid(x)
    return slope


def gradient_norms(x, weights, activation):
    x, inputs, slopes = np.atleast_2d(x), [], []
    for W in weights:
        z = x @ W.T
        inputs.append(x)
        slopes.append(SLOPES[activation](z))
        x = ACTIVATIONS[activation](z)
    upstream, norms = np.ones_like(x), []
    for W, before, slope in zip(weights[::-1], inputs[::-1], slopes[::-1]):
        delta = upstream * slope
        norms.insert(0, np.linalg.norm(delta.T @ before))
        upstream = delta @ W
    return norms
