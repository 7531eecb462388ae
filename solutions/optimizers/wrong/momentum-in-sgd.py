# mistake: momentum-in-sgd
# function: sgd
# fails: values
# diagnosed: NN1215


def sgd(w, g, state, lr):
    v = g if state is None else 0.9 * state + g
    return w - lr * v, v
