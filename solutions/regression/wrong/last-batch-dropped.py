# mistake: last-batch-dropped
# function: iterations_per_epoch
# fails: values
# diagnosed: NN1433


def iterations_per_epoch(n, batch_size):
    return n // batch_size
