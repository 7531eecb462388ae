# mistake: bias-for-each-input
# function: count_parameters
# fails: values
# diagnosed: NN1168
# nncheck: layers
def count_parameters(layers):
    return sum(W.shape[0] * W.shape[1] + W.shape[1] for W, b in layers)
