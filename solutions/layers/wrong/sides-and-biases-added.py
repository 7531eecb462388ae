# mistake: sides-and-biases-added
# function: count_parameters
# fails: values
# diagnosed: NN1171
# nncheck: layers
def count_parameters(layers):
    return sum(W.shape[0] + W.shape[1] + b.shape[0] for W, b in layers)
