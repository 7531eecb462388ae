# mistake: state-must-exist
# function: momentum
# fails: values
# diagnosed: NN009


def momentum(w, g, state, lr, beta=0.9):
    state["v"] = beta * state["v"] + g
    return w - lr * state["v"], state
