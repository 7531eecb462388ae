# mistake: weights-kept-in-the-state
# function: momentum
# fails: unchanged_inputs
# diagnosed: NN011
import numpy as np


def momentum(w, g, state, lr, beta=0.9):
    if state is None:
        state = {"w": np.array(w), "v": np.zeros_like(w)}
    state["v"] = beta * state["v"] + g
    state["w"] -= lr * state["v"]
    return state["w"], state
