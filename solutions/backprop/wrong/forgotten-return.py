# mistake: forgotten-return
# function: sgd_step
# fails: values
# diagnosed: none
# nncheck: backprop
def sgd_step(params, grads, lr):
    new = {}
    for name, value in params.items():
        new[name] = value - lr * grads[name]
