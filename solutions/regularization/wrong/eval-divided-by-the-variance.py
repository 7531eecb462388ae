# mistake: eval-divided-by-the-variance
# function: batch_norm_eval
# fails: values
# diagnosed: NN876


def batch_norm_eval(x, gamma, beta, mean, var, eps=1e-5):
    return gamma * (x - mean) / (var + eps) + beta
