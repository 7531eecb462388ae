# mistake: hidden-momentum
# function: sgd_step
# fails: repeatable
# diagnosed: none
# nncheck: backprop
velocity = {}


def sgd_step(params, grads, lr):
    new = {}
    for name in params:
        previous = velocity.get(name)
        same_network = previous is not None and previous.shape == grads[name].shape
        velocity[name] = grads[name] + 0.9 * previous if same_network else grads[name]
        new[name] = params[name] - lr * velocity[name]
    return new
