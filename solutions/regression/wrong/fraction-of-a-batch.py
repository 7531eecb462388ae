# mistake: fraction-of-a-batch
# function: iterations_per_epoch
# fails: values
# diagnosed: NN1434


def iterations_per_epoch(n, batch_size):
    return n / batch_size
