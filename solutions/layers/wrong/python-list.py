# mistake: python-list
# function: linear
# fails: values
# diagnosed: NN004
# nncheck: layers
def linear(x, W, b):
    return (x @ W.T + b).tolist()
