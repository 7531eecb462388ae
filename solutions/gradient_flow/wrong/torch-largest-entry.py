# mistake: torch-largest-entry
# function: gradient_norms
# fails: values
# diagnosed: NN1523
# nncheck: gradient_flow
import torch

ACTIVATIONS = {
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "identity": lambda z: z,
}


def gradient_norms(x, weights, activation):
    leaves = [W.clone().requires_grad_() for W in weights]
    a = x
    for W in leaves:
        a = ACTIVATIONS[activation](a @ W.T)
    a.sum().backward()
    return [W.grad.abs().max() for W in leaves]
