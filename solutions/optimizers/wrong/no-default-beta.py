# mistake: no-default-beta
# function: momentum
# fails: defaults
# diagnosed: NN051


def momentum(w, g, state, lr, beta):
    v = g if state is None else beta * state + g
    return w - lr * v, v
