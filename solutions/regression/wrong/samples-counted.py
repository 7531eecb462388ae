# mistake: samples-counted
# function: iterations_per_epoch
# fails: values
# diagnosed: NN1437


def iterations_per_epoch(n, batch_size):
    return n
