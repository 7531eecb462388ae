# mistake: torch-mean
# function: gradient_norms
# fails: values
# diagnosed: NN1531
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
    a.mean().backward()
    return [W.grad.norm() for W in leaves]
