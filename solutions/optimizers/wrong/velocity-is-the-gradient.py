# mistake: velocity-is-the-gradient
# function: momentum
# fails: unchanged_inputs
# diagnosed: NN011


def momentum(w, g, state, lr, beta=0.9):
    if state is None:
        v = g
    else:
        v = state
        v *= beta
        v += g
    return w - lr * v, v
