# mistake: torch-unbiased-variance
# function: batch_norm
# fails: values
# diagnosed: NN831
import torch


def batch_norm(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(0)) / torch.sqrt(x.var(0) + eps) + beta
