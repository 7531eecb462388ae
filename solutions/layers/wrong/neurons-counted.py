# mistake: neurons-counted
# function: count_parameters
# fails: values
# diagnosed: NN1162
# nncheck: layers
def count_parameters(layers):
    return sum(len(b) for W, b in layers)
