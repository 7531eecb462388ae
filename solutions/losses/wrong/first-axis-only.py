# mistake: first-axis-only
# function: mse
# fails: values
# diagnosed: none
# fails for batches


def mse(p, y):
    squares = [(a - b) ** 2 for a, b in zip(p.tolist(), y.tolist())]
    return sum(squares) / len(squares)
