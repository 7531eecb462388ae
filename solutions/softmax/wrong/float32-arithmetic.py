# mistake: float32-arithmetic
# function: softmax
# fails: values
# diagnosed: none
import torch


def softmax(z):
    dtype = z.dtype if z.is_floating_point() else torch.get_default_dtype()
    return torch.softmax(z.float(), dim=-1).to(dtype)
