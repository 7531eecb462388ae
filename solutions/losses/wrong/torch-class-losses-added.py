# mistake: torch-class-losses-added
# function: softmax_cross_entropy
# fails: values
# diagnosed: NN723
import torch.nn.functional as F


def softmax_cross_entropy(z, y):
    return F.cross_entropy(z, y, reduction="sum")
