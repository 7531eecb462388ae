# mistake: learning-rate-forgotten
# function: sgd_step
# fails: values
# diagnosed: NN483
# nncheck: backprop
def sgd_step(params, grads, lr=0.5):
    return {name: params[name] - grads[name] for name in params}
