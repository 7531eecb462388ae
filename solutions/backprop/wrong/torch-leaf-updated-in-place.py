# mistake: torch-leaf-updated-in-place
# function: sgd_step
# fails: values
# diagnosed: NN043
# nncheck: backprop
import torch


def sgd_step(params, grads, lr):
    new = {name: value.clone().requires_grad_(True) for name, value in params.items()}
    for name, value in new.items():
        value -= lr * grads[name]
    return {name: value.detach() for name, value in new.items()}
