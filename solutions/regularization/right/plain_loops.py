"""One column after the other, one number after the other."""

import math

import numpy as np


def l2_penalty(w, lam):
    total = 0.0
    for weight in w.flat:
        total += float(weight) ** 2
    return lam * total / 2


def l2_penalty_grad(w, lam):
    result = np.empty(w.shape, dtype=w.dtype if w.dtype.kind == "f" else float)
    for index in np.ndindex(w.shape):
        result[index] = lam * float(w[index])
    return result


def statistics(column):
    n = len(column)
    mu = math.fsum(column) / n
    return mu, math.fsum((v - mu) ** 2 for v in column) / n


def batch_norm(x, gamma, beta, eps=1e-5):
    n, d = x.shape
    y = np.zeros((n, d), dtype=x.dtype)
    for j in range(d):
        mu, var = statistics([float(x[i, j]) for i in range(n)])
        for i in range(n):
            y[i, j] = float(gamma[j]) * (float(x[i, j]) - mu) / math.sqrt(var + eps) + float(beta[j])
    return y


def batch_norm_backward(dy, x, gamma, eps=1e-5):
    n, d = x.shape
    dx = np.zeros((n, d), dtype=x.dtype)
    dgamma = np.zeros(d, dtype=x.dtype)
    dbeta = np.zeros(d, dtype=x.dtype)
    for j in range(d):
        column = [float(v) for v in x[:, j]]
        incoming = [float(v) for v in dy[:, j]]
        mu, var = statistics(column)
        std = math.sqrt(var + eps)
        hat = [(v - mu) / std for v in column]
        sum_dy = sum(incoming)
        sum_dy_hat = sum(g * h for g, h in zip(incoming, hat))
        dgamma[j], dbeta[j] = sum_dy_hat, sum_dy
        for i in range(n):
            through = n * incoming[i] - sum_dy - hat[i] * sum_dy_hat
            dx[i, j] = float(gamma[j]) / (n * std) * through
    return dx, dgamma, dbeta


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    y = np.zeros_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            y[i, j] = gamma[j] * (x[i, j] - mean[j]) / math.sqrt(var[j] + eps) + beta[j]
    return y


def dropout(x, p, rng, training):
    if not training or p == 0:
        return x.copy()
    answer = np.zeros(x.shape, dtype=x.dtype if x.dtype.kind == "f" else float)
    for index in np.ndindex(x.shape):
        if rng.random() >= p:
            answer[index] = x[index] / (1 - p)
    return answer
