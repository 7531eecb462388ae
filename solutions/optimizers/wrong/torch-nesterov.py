# mistake: torch-nesterov
# function: momentum
# fails: values
# diagnosed: NN1223
import torch


def momentum(w, g, state, lr, beta=0.9):
    if state is None:
        p = torch.nn.Parameter(w.clone())
        state = torch.optim.SGD([p], lr=lr, momentum=beta, nesterov=True)
    p = state.param_groups[0]["params"][0]
    p.grad = g.clone()
    state.step()
    return p.detach().clone(), state
