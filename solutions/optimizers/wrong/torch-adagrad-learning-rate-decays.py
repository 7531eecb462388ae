# mistake: torch-adagrad-learning-rate-decays
# function: adagrad
# fails: values
# diagnosed: none
import torch


def adagrad(w, g, state, lr, eps=1e-10):
    if state is None:
        p = torch.nn.Parameter(w.clone())
        state = torch.optim.Adagrad([p], lr=lr, lr_decay=0.1, eps=eps)
    p = state.param_groups[0]["params"][0]
    p.grad = g.clone()
    state.step()
    return p.detach().clone(), state
