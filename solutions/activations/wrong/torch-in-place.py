# mistake: torch-in-place
# function: relu
# fails: unchanged_inputs
# diagnosed: none
import torch


def relu(x):
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    return x.relu_()
