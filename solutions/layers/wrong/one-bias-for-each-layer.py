# mistake: one-bias-for-each-layer
# function: count_parameters
# fails: values
# diagnosed: NN1167
# nncheck: layers
def count_parameters(layers):
    return sum(W.size + 1 for W, b in layers)
