# mistake: weights-transposed-in-place
# function: linear
# fails: unchanged_inputs
# diagnosed: NN011
# nncheck: layers
def linear(x, W, b):
    out = x @ W.T + b
    W[:] = W[::-1].copy()
    return out
