# mistake: ascent
# function: sgd_step
# fails: values
# diagnosed: NN481
# nncheck: backprop
def sgd_step(params, grads, lr):
    return {name: params[name] + lr * grads[name] for name in params}
