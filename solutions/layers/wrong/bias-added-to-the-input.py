# mistake: bias-added-to-the-input
# function: linear
# fails: values
# diagnosed: NN1104
# nncheck: layers
def linear(x, W, b):
    return (x + b) @ W.T
