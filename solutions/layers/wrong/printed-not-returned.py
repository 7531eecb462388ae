# mistake: printed-not-returned
# function: linear
# fails: values
# diagnosed: NN003
# nncheck: layers
def linear(x, W, b):
    z = x @ W.T + b
    print(z)
