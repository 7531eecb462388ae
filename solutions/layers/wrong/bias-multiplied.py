# mistake: bias-multiplied
# function: linear
# fails: values
# diagnosed: NN1112
# nncheck: layers
def linear(x, W, b):
    return x @ W.T * b
