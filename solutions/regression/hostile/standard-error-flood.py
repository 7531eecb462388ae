# attack: standard-error-flood
# function: gradients
# outcome: printed without end on the other stream; predict keeps its points
import sys


def predict(x, w, b):
    return x @ w + b


def gradients(x, y, w, b):
    while True:
        sys.stderr.write("epoch 1 of 1: loss 0.0\n" * 1000)
