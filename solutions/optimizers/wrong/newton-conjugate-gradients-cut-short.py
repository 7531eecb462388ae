# mistake: newton-conjugate-gradients-cut-short
# function: newton
# fails: values
# diagnosed: none


def newton(w, g, H):
    p = -g
    alpha = g @ g / (p @ H @ p)
    return w + alpha * p
