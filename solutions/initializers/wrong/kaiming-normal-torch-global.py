# mistake: kaiming-normal-torch-global
# function: kaiming_normal
# fails: generator, independence
# diagnosed: NN031
import torch


def kaiming_normal(fan_in, fan_out, rng):
    return torch.randn(fan_out, fan_in) * (2 / fan_in) ** 0.5
