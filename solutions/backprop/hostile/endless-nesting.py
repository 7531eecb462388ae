# attack: endless-nesting
# function: backward
# outcome: an answer nested without end is no answer; loss keeps its points
# nncheck: backprop


def backward(x, t, params):
    gradients = {}
    gradients["W1"] = gradients["W2"] = [gradients]
    gradients["b1"] = gradients["b2"] = gradients
    return gradients


def loss(a2, t):
    return 0.5 * ((a2 - t) ** 2).sum()
