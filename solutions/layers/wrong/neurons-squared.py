# mistake: neurons-squared
# function: count_parameters
# fails: values
# diagnosed: NN1178


def count_parameters(layers):
    total = 0
    for W, b in layers:
        total += len(W) * len(b)
    return total
