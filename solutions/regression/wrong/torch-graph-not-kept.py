# mistake: torch-graph-not-kept
# function: gradients
# fails: values
# diagnosed: none
import torch


def gradients(x, y, w, b):
    weight = w.clone().requires_grad_()
    bias = torch.tensor(b, dtype=w.dtype, requires_grad=True)
    loss = torch.nn.functional.mse_loss((x @ weight + bias).detach(), y)
    loss.backward()
    return weight.grad, bias.grad
