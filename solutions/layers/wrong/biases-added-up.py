# mistake: biases-added-up
# function: linear
# fails: values
# diagnosed: NN1105
# nncheck: layers
def linear(x, W, b):
    return x @ W.T + b.sum()
