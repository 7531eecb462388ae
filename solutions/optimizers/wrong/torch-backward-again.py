# mistake: torch-backward-again
# function: sgd
# fails: values
# diagnosed: none
import torch


def sgd(w, g, state, lr):
    w = w.clone().requires_grad_()
    (0.5 * torch.sum(w**2) + torch.sum(g * w)).backward()
    return (w - lr * w.grad).detach(), None
