# mistake: torch-rmsprop-centred
# function: rmsprop
# fails: values
# diagnosed: NN1275
import torch


def rmsprop(w, g, state, lr, alpha=0.99, eps=1e-8):
    if state is None:
        p = torch.nn.Parameter(w.clone())
        state = torch.optim.RMSprop([p], lr=lr, alpha=alpha, eps=eps, centered=True)
    p = state.param_groups[0]["params"][0]
    p.grad = g.clone()
    state.step()
    return p.detach().clone(), state
