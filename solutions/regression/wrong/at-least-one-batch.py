# mistake: at-least-one-batch
# function: iterations_per_epoch
# fails: values
# diagnosed: NN1439


def iterations_per_epoch(n, batch_size):
    return max(1, n // batch_size)
