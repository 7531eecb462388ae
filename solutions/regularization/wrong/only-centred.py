# mistake: only-centred
# function: batch_norm
# fails: values
# diagnosed: NN843


def batch_norm(x, gamma, beta, eps=1e-5):
    return gamma * (x - x.mean(axis=0)) + beta
