# mistake: bias-frozen
# function: sgd_step
# fails: values
# diagnosed: NN484
# nncheck: backprop
def sgd_step(params, grads, lr):
    new = {"b1": params["b1"], "b2": params["b2"]}
    for name in ("W1", "W2"):
        new[name] = params[name] - lr * grads[name]
    return new
