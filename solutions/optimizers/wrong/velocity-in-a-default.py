# mistake: velocity-in-a-default
# function: momentum
# fails: repeatable
# diagnosed: NN012


def momentum(w, g, state, lr, beta=0.9, memory=[0]):
    if state is None:
        memory[0] = 0
    memory[0] = beta * memory[0] + g
    return w - lr * memory[0], memory
