# mistake: vectors-only
# function: mae
# fails: values
# diagnosed: NN018
# a list of numbers is all it knows


def mae(p, y):
    total = 0
    for a, b in zip(p, y):
        total += abs(a - b)
    return total / len(p)
