# mistake: counts-of-each-layer
# function: count_parameters
# fails: values
# diagnosed: none
# nncheck: layers
def count_parameters(layers):
    return [W.size + b.size for W, b in layers]
