# mistake: weights-times-biases
# function: count_parameters
# fails: values
# diagnosed: NN1177
# nncheck: layers
def count_parameters(layers):
    return sum(W.size * b.size for W, b in layers)
