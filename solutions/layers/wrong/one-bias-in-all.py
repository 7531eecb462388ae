# mistake: one-bias-in-all
# function: count_parameters
# fails: values
# diagnosed: NN1176
# nncheck: layers
def count_parameters(layers):
    return sum(W.size for W, b in layers) + 1
