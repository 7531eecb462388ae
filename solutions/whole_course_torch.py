"""Every function of every exercise, in torch: what a student hands in at the end of the course."""

import math

import torch
import torch.nn.functional as F

# --- activations ------------------------------------------------------------------------------


def slope(f, x):
    """The derivative of an elementwise f at each x, by autograd."""
    x = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(x).sum(), x)[0]


def sigmoid(x):
    return torch.sigmoid(x)


def sigmoid_grad(x):
    return slope(sigmoid, x)


def tanh(x):
    return torch.tanh(x)


def tanh_grad(x):
    return slope(tanh, x)


def relu(x):
    return torch.relu(x)


def relu_grad(x):
    return slope(relu, x)


def leaky_relu(x, alpha=0.01):
    return F.leaky_relu(x, alpha)


def leaky_relu_grad(x, alpha=0.01):
    return slope(lambda each: F.leaky_relu(each, alpha), x)


def prelu(x, alpha):
    return torch.where(x > 0, x, alpha * x)


def prelu_grad(x, alpha):
    return slope(lambda each: prelu(each, alpha), x), torch.where(x > 0, 0, x)


def gelu(x):
    return F.gelu(x)


def gelu_grad(x):
    return slope(gelu, x)


def identity(x):
    return x


def identity_grad(x):
    return torch.ones_like(x)


# --- softmax ----------------------------------------------------------------------------------


def softmax(z):
    return torch.softmax(z, -1)


def log_softmax(z):
    return torch.log_softmax(z, -1)


def softmax_jacobian(z):
    p = softmax(z)
    return torch.diag(p) - torch.outer(p, p)


# --- losses -----------------------------------------------------------------------------------


def mae(p, y):
    return F.l1_loss(p, y)


def mae_grad(p, y):
    return slope(lambda each: mae(each, y), p)


def mse(p, y):
    return F.mse_loss(p, y)


def mse_grad(p, y):
    return slope(lambda each: mse(each, y), p)


def half_sse(p, y):
    return F.mse_loss(p, y, reduction="sum") / 2


def half_sse_grad(p, y):
    return p - y


def binary_cross_entropy(p, y):
    return F.binary_cross_entropy(p, y)


def binary_cross_entropy_grad(p, y):
    return (p - y) / (p * (1 - p)) / p.numel()


def cross_entropy(p, y):
    return -(p * y).sum(dim=1).log().mean()


def cross_entropy_grad(p, y):
    return -(y / p) / len(p)


def bce_with_logits(z, y):
    return F.binary_cross_entropy_with_logits(z, y)


def bce_with_logits_grad(z, y):
    return (sigmoid(z) - y) / z.numel()


def softmax_cross_entropy(z, y):
    return F.cross_entropy(z, y)


def softmax_cross_entropy_grad(z, y):
    return (softmax(z) - y) / len(z)


# --- initializers -----------------------------------------------------------------------------


def zeros(shape):
    return torch.zeros(shape)


def ones(shape):
    return torch.ones(shape)


def constant(shape, value):
    return torch.full(shape, value)


def uniform(shape, low, high, rng):
    return low + (high - low) * torch.rand(shape, generator=rng, device=rng.device)


def normal(shape, mean, std, rng):
    return mean + std * torch.randn(shape, generator=rng, device=rng.device)


def xavier_uniform(fan_in, fan_out, rng, gain=1.0):
    weight = torch.empty(fan_out, fan_in, device=rng.device)
    return torch.nn.init.xavier_uniform_(weight, gain, generator=rng)


def xavier_normal(fan_in, fan_out, rng, gain=1.0):
    weight = torch.empty(fan_out, fan_in, device=rng.device)
    return torch.nn.init.xavier_normal_(weight, gain, generator=rng)


def kaiming_uniform(fan_in, fan_out, rng):
    weight = torch.empty(fan_out, fan_in, device=rng.device)
    return torch.nn.init.kaiming_uniform_(weight, nonlinearity="relu", generator=rng)


def kaiming_normal(fan_in, fan_out, rng):
    weight = torch.empty(fan_out, fan_in, device=rng.device)
    return torch.nn.init.kaiming_normal_(weight, nonlinearity="relu", generator=rng)


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
    return F.linear(x, W, b)


def mlp_forward(x, layers, activations):
    for (W, b), name in zip(layers, activations):
        x = ACTIVATIONS[name](linear(x, W, b))
    return x


def count_parameters(layers):
    return sum(W.numel() + b.numel() for W, b in layers)


# --- backprop ---------------------------------------------------------------------------------


def forward(x, params):
    z1 = linear(x, params["W1"], params["b1"])
    a1 = sigmoid(z1)
    z2 = linear(a1, params["W2"], params["b2"])
    return {"z1": z1, "a1": a1, "z2": z2, "a2": sigmoid(z2)}


def loss(a2, t):
    return half_sse(a2, t)


def backward(x, t, params):
    leaves = {name: value.detach().clone().requires_grad_() for name, value in params.items()}
    loss(forward(x, leaves)["a2"], t).backward()
    return {name: leaf.grad for name, leaf in leaves.items()}


def sgd_step(params, grads, lr):
    return {name: params[name] - lr * grads[name] for name in params}


def train_step(x, t, params, lr):
    return sgd_step(params, backward(x, t, params), lr), loss(forward(x, params)["a2"], t)


def deep_backward(x, t, weights):
    leaves = [W.detach().clone().requires_grad_() for W in weights]
    for W in leaves:
        x = sigmoid(x @ W.T)
    return list(torch.autograd.grad(half_sse(x, t), leaves))


# --- optimizers -------------------------------------------------------------------------------


def sgd(w, g, state, lr):
    return w - lr * g, state


def momentum(w, g, state, lr, beta=0.9):
    velocity = g if state is None else beta * state + g
    return w - lr * velocity, velocity


def adagrad(w, g, state, lr, eps=1e-10):
    total = g * g if state is None else state + g * g
    return w - lr * g / (total.sqrt() + eps), total


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    average = (1 - alpha) * g * g + (0 if state is None else alpha * state)
    return w - lr * g / (average.sqrt() + eps), average


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, t = state or (0, 0, 0)
    m, v, t = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g, t + 1
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m_hat / (v_hat.sqrt() + eps), (m, v, t)


def newton(w, g, H):
    return w - torch.linalg.solve(H, g)


def bfgs_update(H_inv, s, y):
    rho = 1 / (y @ s)
    left = torch.eye(len(s), dtype=s.dtype, device=s.device) - rho * torch.outer(s, y)
    return left @ H_inv @ left.T + rho * torch.outer(s, s)


# --- regression -------------------------------------------------------------------------------


def predict(x, w, b):
    return x @ w + b


def gradients(x, y, w, b):
    error = predict(x, w, b) - y
    return 2 * x.T @ error / len(y), 2 * error.mean()


def iterations_per_epoch(n, batch_size):
    return math.ceil(n / batch_size)


def train(batches, w, b, lr, epochs):
    losses = []
    for _ in range(epochs):
        seen = []
        for x, y in batches:
            seen.append(mse(predict(x, w, b), y))
            dw, db = gradients(x, y, w, b)
            w, b = w - lr * dw, b - lr * db
        losses.append(torch.stack(seen).mean())
    return w, b, torch.stack(losses)


# --- regularization ---------------------------------------------------------------------------


def l2_penalty(w, lam):
    return lam / 2 * (w**2).sum()


def l2_penalty_grad(w, lam):
    return lam * w


def dropout(x, p, rng, training):
    if not training:
        return x
    kept = torch.rand(x.shape, generator=rng, device=rng.device) >= p
    return torch.where(kept, x / (1 - p), 0)


def batch_norm(x, gamma, beta, eps=1e-5):
    return F.batch_norm(x, None, None, gamma, beta, training=True, eps=eps)


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    x, gamma = (each.detach().clone().requires_grad_() for each in (x, gamma))
    beta = torch.zeros_like(gamma).requires_grad_()
    return torch.autograd.grad(batch_norm(x, gamma, beta, eps), (x, gamma, beta), dy)


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return F.batch_norm(x, mean, var, gamma, beta, eps=eps)


# --- gradient_flow ----------------------------------------------------------------------------


def sigmoid_chain_grad(x, n):
    def chain(each):
        for _ in range(n):
            each = sigmoid(each)
        return each

    return slope(chain, x)


def gradient_norms(x, weights, activation):
    leaves = [W.detach().clone().requires_grad_() for W in weights]
    for W in leaves:
        x = ACTIVATIONS[activation](x @ W.T)
    return [torch.linalg.norm(each) for each in torch.autograd.grad(x.sum(), leaves)]
