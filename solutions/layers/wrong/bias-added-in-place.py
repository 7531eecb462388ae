# mistake: bias-added-in-place
# function: linear
# fails: values unchanged_inputs
# diagnosed: none
# nncheck: layers
def linear(x, W, b):
    out = x @ W.T
    b += out[0] if out.ndim == 2 and len(out) else 0
    return out + b
