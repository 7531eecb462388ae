# mistake: bias-subtracted
# function: linear
# fails: values
# diagnosed: NN1103
# nncheck: layers
def linear(x, W, b):
    return x @ W.T - b
