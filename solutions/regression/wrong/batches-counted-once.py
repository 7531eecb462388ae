# mistake: batches-counted-once
# function: iterations_per_epoch
# fails: repeatable
# diagnosed: NN012
counted = set()


def iterations_per_epoch(n, batch_size):
    if (n, batch_size) in counted:
        return 0
    counted.add((n, batch_size))
    return -(-n // batch_size)
