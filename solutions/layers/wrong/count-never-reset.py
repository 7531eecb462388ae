# mistake: count-never-reset
# function: count_parameters
# fails: values repeatable
# diagnosed: NN012
# nncheck: layers
total = 0


def count_parameters(layers):
    global total
    for W, b in layers:
        total += W.size + b.size
    return total
