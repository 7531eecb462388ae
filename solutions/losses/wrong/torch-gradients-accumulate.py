# mistake: torch-gradients-accumulate
# function: cross_entropy_grad
# fails: repeatable
# diagnosed: none
import torch

kept = {}


def cross_entropy_grad(p, y):
    leaf = kept.setdefault(p.shape, torch.zeros_like(p).requires_grad_())
    leaf.data = p.clone()
    (-(y * leaf.log()).sum() / len(p)).backward()
    return leaf.grad.clone()
