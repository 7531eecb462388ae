# mistake: newton-row-sums
# function: newton
# fails: values
# diagnosed: NN1352


def newton(w, g, H):
    return w - g / H.sum(axis=1)
