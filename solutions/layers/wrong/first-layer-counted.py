# mistake: first-layer-counted
# function: count_parameters
# fails: values
# diagnosed: NN1165
# nncheck: layers
def count_parameters(layers):
    for W, b in layers:
        return W.size + b.size
    return 0
