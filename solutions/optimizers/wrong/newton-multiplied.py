# mistake: newton-multiplied
# function: newton
# fails: values
# diagnosed: NN1343


def newton(w, g, H):
    return w - H @ g
