# mistake: dampened
# function: momentum
# fails: values
# diagnosed: NN1224


def momentum(w, g, state, lr, beta=0.9):
    if state is None:
        v = g.copy()
    else:
        v = beta * state + (1 - beta) * g
    return w - lr * v, v
