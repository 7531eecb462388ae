# mistake: updates-in-place
# function: sgd_step
# fails: unchanged_inputs
# diagnosed: none
# nncheck: backprop
def sgd_step(params, grads, lr):
    for name in params:
        params[name] -= lr * grads[name]
    return params
