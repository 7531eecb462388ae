# mistake: torch-clipped-by-norm
# function: train_step
# fails: values
# diagnosed: NN523
# nncheck: backprop
import torch


def layers(x, p):
    a1 = torch.sigmoid(x.to(p["W1"].dtype) @ p["W1"].T + p["b1"])
    return torch.sigmoid(a1 @ p["W2"].T + p["b2"])


def train_step(x, t, params, lr):
    p = {name: value.clone().requires_grad_(True) for name, value in params.items()}
    optimizer = torch.optim.SGD(p.values(), lr=lr)
    error = torch.nn.functional.mse_loss(layers(x, p), t.to(p["W1"].dtype), reduction="sum") / 2
    error.backward()
    torch.nn.utils.clip_grad_norm_(p.values(), 1.0)
    optimizer.step()
    return {name: value.detach() for name, value in p.items()}, error.detach()
