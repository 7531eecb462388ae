# mistake: bias-forgotten
# function: linear
# fails: values
# diagnosed: NN1102
# nncheck: layers
def linear(x, W, b):
    return x @ W.T
