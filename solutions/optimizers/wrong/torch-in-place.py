# mistake: torch-in-place
# function: sgd
# fails: unchanged_inputs
# diagnosed: NN011
import torch


def sgd(w, g, state, lr):
    return torch.sub(w, g, alpha=lr, out=w), None
