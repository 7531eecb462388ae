# mistake: torch-adam-optimizer-made-anew
# function: adam
# fails: values
# diagnosed: NN1313
import torch


def adam(w, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    p = torch.nn.Parameter(w.clone())
    p.grad = g.clone()
    optimizer = torch.optim.Adam([p], lr=lr, betas=(beta1, beta2), eps=eps)
    optimizer.step()
    return p.detach(), None
