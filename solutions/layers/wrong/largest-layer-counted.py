# mistake: largest-layer-counted
# function: count_parameters
# fails: values
# diagnosed: NN1175
# nncheck: layers
def count_parameters(layers):
    return max(W.size + b.size for W, b in layers)
