# mistake: torch-parameter-handed-out
# function: adam
# fails: unchanged_inputs
# diagnosed: NN011
import torch


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    if state is None:
        p = torch.nn.Parameter(w.clone())
        state = torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=eps)
    p = state.param_groups[0]["params"][0]
    p.grad = g.clone()
    state.step()
    return p.detach(), state
