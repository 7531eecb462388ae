# mistake: first-bias-for-all
# function: linear
# fails: values
# diagnosed: NN1107
# nncheck: layers
def linear(x, W, b):
    return x @ W.T + b[0]
