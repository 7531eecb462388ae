# mistake: one-batch-too-many
# function: iterations_per_epoch
# fails: values
# diagnosed: NN1435


def iterations_per_epoch(n, batch_size):
    return n // batch_size + 1
