# mistake: biases-not-counted
# function: count_parameters
# fails: values
# diagnosed: NN1161
# nncheck: layers
def count_parameters(layers):
    return sum(W.size for W, b in layers)
