# mistake: rounded-to-nearest
# function: iterations_per_epoch
# fails: values
# diagnosed: NN1436


def iterations_per_epoch(n, batch_size):
    return round(n / batch_size)
