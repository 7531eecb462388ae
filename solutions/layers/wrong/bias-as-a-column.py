# mistake: bias-as-a-column
# function: linear
# fails: values
# diagnosed: none
# nncheck: layers
def linear(x, W, b):
    return x @ W.T + b[:, None]
