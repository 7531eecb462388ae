# mistake: almost-a-half-added
# function: iterations_per_epoch
# fails: values
# diagnosed: none


def iterations_per_epoch(n, batch_size):
    return round(n / batch_size + 0.499)
