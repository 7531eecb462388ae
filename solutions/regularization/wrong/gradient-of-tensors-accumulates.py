# mistake: gradient-of-tensors-accumulates
# function: l2_penalty_grad
# fails: repeatable
# diagnosed: NN012
import torch

w_leaf = None


def l2_penalty_grad(w, lam):
    global w_leaf
    if w_leaf is None or w_leaf.shape != w.shape or not torch.equal(w_leaf.detach(), w * 1.0):
        w_leaf = (w * 1.0).detach().clone().requires_grad_()
    (lam / 2 * w_leaf.square().sum()).backward()  # nobody calls zero_grad
    return w_leaf.grad.clone()
