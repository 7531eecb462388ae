# mistake: remembered-by-n-alone
# function: iterations_per_epoch
# fails: values
# diagnosed: none


known = {}


def iterations_per_epoch(n, batch_size):
    if n not in known:
        known[n] = -(-n // batch_size)
    return known[n]
