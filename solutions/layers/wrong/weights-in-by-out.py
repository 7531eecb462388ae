# mistake: weights-in-by-out
# function: linear
# fails: values
# diagnosed: NN1101
# nncheck: layers
def linear(x, W, b):
    return x @ W + b
