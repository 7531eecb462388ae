# mistake: divided-by-the-variance
# function: batch_norm
# fails: values
# diagnosed: NN834


def batch_norm(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / (x.var(axis=0) + eps) + beta
