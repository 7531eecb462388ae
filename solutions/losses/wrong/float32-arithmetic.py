# mistake: float32-arithmetic
# function: bce_with_logits
# fails: values
# diagnosed: none
import torch.nn.functional as F


def bce_with_logits(z, y):
    p, y = z.float(), y.float()
    return F.binary_cross_entropy_with_logits(p, y).to(z.dtype)
