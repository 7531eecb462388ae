# mistake: torch-first-dimension
# function: log_softmax
# fails: values
# diagnosed: NN323
import torch


def log_softmax(z):
    z = z if z.is_floating_point() else z.to(torch.get_default_dtype())
    return torch.log_softmax(z, dim=0)
