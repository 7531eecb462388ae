# mistake: torch-amsgrad
# function: adam
# fails: values
# diagnosed: NN1308
import torch


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    if state is None:
        p = torch.nn.Parameter(w.clone())
        state = torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=eps, amsgrad=True)
    p = state.param_groups[0]["params"][0]
    p.grad = g.clone()
    state.step()
    return p.detach().clone(), state
