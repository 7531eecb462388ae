# mistake: velocity-in-a-global
# function: momentum
# fails: values
# diagnosed: none


v = 0


def momentum(w, g, state, lr, beta=0.9):
    global v
    v = beta * v + g
    return w - lr * v, None
