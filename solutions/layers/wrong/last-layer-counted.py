# mistake: last-layer-counted
# function: count_parameters
# fails: values
# diagnosed: NN1166
# nncheck: layers
def count_parameters(layers):
    for W, b in layers:
        total = W.size + b.size
    return total
