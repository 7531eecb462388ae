# mistake: count-as-text
# function: count_parameters
# fails: values
# diagnosed: none
# nncheck: layers
def count_parameters(layers):
    return str(sum(W.size + b.size for W, b in layers))
