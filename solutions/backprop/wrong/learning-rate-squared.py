# mistake: learning-rate-squared
# function: sgd_step
# fails: values
# diagnosed: NN482
# nncheck: backprop
def sgd_step(params, grads, lr):
    new = {}
    for name in params:
        step = lr * grads[name]
        new[name] = params[name] - lr * step
    return new
