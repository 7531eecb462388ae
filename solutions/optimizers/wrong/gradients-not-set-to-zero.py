# mistake: gradients-not-set-to-zero
# function: sgd
# fails: values
# diagnosed: NN1209


def sgd(w, g, state, lr):
    grad = g if state is None else state + g
    return w - lr * grad, grad
