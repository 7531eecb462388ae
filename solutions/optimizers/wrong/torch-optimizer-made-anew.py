# mistake: torch-optimizer-made-anew
# function: momentum
# fails: values
# diagnosed: NN1227
import torch


def momentum(w, g, state, lr, beta=0.9):
    p = torch.nn.Parameter(w.clone())
    optimizer = torch.optim.SGD([p], lr=lr, momentum=beta)
    p.grad = g.clone()
    optimizer.step()
    return p.detach(), optimizer
