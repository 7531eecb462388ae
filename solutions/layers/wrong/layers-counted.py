# mistake: layers-counted
# function: count_parameters
# fails: values
# diagnosed: NN1163
# nncheck: layers
def count_parameters(layers):
    return len(layers)
