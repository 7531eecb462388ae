# mistake: arrays-counted
# function: count_parameters
# fails: values
# diagnosed: NN1164
# nncheck: layers
def count_parameters(layers):
    return sum(len(pair) for pair in layers)
