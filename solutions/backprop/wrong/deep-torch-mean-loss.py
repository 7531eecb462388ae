# mistake: deep-torch-mean-loss
# function: deep_backward
# fails: values
# diagnosed: NN547
# nncheck: backprop
import torch


def deep_backward(x, t, weights):
    leaves = [W.clone().requires_grad_() for W in weights]
    a = x
    for W in leaves:
        a = torch.sigmoid(a @ W.T)
    torch.nn.functional.mse_loss(a, t).backward()
    return [W.grad for W in leaves]
