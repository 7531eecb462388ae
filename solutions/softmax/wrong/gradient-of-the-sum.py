# mistake: gradient-of-the-sum
# function: softmax_jacobian
# fails: values
# diagnosed: NN018
import torch


def softmax_jacobian(z):
    z = z.to(z.dtype if z.is_floating_point() else torch.get_default_dtype())
    z = z.clone().requires_grad_(True)
    torch.softmax(z, dim=0).sum().backward()
    return z.grad
