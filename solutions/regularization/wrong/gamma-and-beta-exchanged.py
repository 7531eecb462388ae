# mistake: gamma-and-beta-exchanged
# function: batch_norm
# fails: values
# diagnosed: NN840
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    normalized = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps)
    return beta * normalized + gamma
