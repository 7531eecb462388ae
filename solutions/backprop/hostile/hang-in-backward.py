# attack: hang-in-backward
# function: backward
# outcome: times out; loss keeps its points
# nncheck: backprop
import threading


def backward(x, t, params):
    gate = threading.Lock()
    gate.acquire()
    gate.acquire()  # waits for itself, and burns no processor time


def loss(a2, t):
    return 0.5 * ((a2 - t) ** 2).sum()
