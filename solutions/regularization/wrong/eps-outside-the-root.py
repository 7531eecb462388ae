# mistake: eps-outside-the-root
# function: batch_norm
# fails: values
# diagnosed: NN832


def batch_norm(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) / (x.std(axis=0) + eps) + beta
