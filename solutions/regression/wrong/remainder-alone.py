# mistake: remainder-alone
# function: iterations_per_epoch
# fails: values
# diagnosed: NN1438


def iterations_per_epoch(n, batch_size):
    return n % batch_size
