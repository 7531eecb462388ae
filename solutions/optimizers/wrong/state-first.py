# mistake: state-first
# function: sgd
# fails: values
# diagnosed: none


def sgd(w, g, state, lr):
    return state, w - lr * g
