# mistake: newton-one-over-each-entry
# function: newton
# fails: values
# diagnosed: NN1347


def newton(w, g, H):
    return w - (1 / H) @ g
