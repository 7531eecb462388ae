# mistake: sides-added
# function: count_parameters
# fails: values
# diagnosed: NN1170
# nncheck: layers
def count_parameters(layers):
    return sum(sum(W.shape) for W, b in layers)
