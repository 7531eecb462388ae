# mistake: newton-without-curvature
# function: newton
# fails: values
# diagnosed: NN1341


def newton(w, g, H):
    return w - g
