# mistake: one-batch-too-few
# function: iterations_per_epoch
# fails: values
# diagnosed: NN1440


def iterations_per_epoch(n, batch_size):
    return (n - 1) // batch_size
