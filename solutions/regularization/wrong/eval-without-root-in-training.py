# mistake: eval-without-root-in-training
# function: batch_norm_eval
# fails: values
# diagnosed: NN876
import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    return batch_norm_eval(x, gamma, beta, x.mean(axis=0), x.var(axis=0), eps)


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * (x - mean) / (var + eps) + beta
