# mistake: last-layer-not-counted
# function: count_parameters
# fails: values
# diagnosed: NN1174
# nncheck: layers
def count_parameters(layers):
    total = 0
    for i in range(len(layers) - 1):
        total += layers[i][0].size + layers[i][1].size
    return total
