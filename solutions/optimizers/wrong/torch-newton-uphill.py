# mistake: torch-newton-uphill
# function: newton
# fails: values
# diagnosed: NN1342
import torch


def newton(w, g, H):
    return w + torch.linalg.inv(H) @ g
