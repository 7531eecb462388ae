# mistake: rows-counted
# function: count_parameters
# fails: values
# diagnosed: NN1169
# nncheck: layers
def count_parameters(layers):
    return sum(len(W) + len(b) for W, b in layers)
