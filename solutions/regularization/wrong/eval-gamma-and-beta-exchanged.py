# mistake: eval-gamma-and-beta-exchanged
# function: batch_norm_eval
# fails: values
# diagnosed: NN882
import numpy as np


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return beta * (x - mean) / np.sqrt(var + eps) + gamma
