# mistake: mean-of-the-products
# function: linear
# fails: values
# diagnosed: NN1111
# nncheck: layers
def linear(x, W, b):
    return (x[..., None, :] * W).mean(axis=-1) + b
