# mistake: torch-batch-mean
# function: cross_entropy
# fails: values
# diagnosed: NN702
import torch


def cross_entropy(p, y):
    return -(y * torch.log(p)).mean()
