# mistake: biases-counted-twice
# function: count_parameters
# fails: values
# diagnosed: NN1172
# nncheck: layers
def count_parameters(layers):
    return sum((W.shape[1] + 1) * W.shape[0] + b.size for W, b in layers)
