# mistake: left-in-training-mode
# function: batch_norm_eval
# fails: values
# diagnosed: NN873
import torch


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    layer = torch.nn.BatchNorm1d(len(gamma), eps=eps, dtype=x.dtype)
    with torch.no_grad():
        layer.weight.copy_(gamma)
        layer.bias.copy_(beta)
        layer.running_mean.copy_(mean)
        layer.running_var.copy_(var)
        return layer(x)  # layer.eval() forgotten
