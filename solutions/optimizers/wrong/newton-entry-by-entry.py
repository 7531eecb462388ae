# mistake: newton-entry-by-entry
# function: newton
# fails: values
# diagnosed: NN1348


def newton(w, g, H):
    return w - g / H
