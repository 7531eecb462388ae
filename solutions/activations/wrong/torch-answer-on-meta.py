# mistake: torch-answer-on-meta
# function: identity
# fails: values
# diagnosed: NN040
import torch


def identity(x):
    return torch.as_tensor(x).to("meta")
