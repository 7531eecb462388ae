# mistake: cooling-temperature
# function: sigmoid
# fails: repeatable
# diagnosed: none
import numpy as np

temperature = 1.0


def sigmoid(x):
    global temperature
    x = x * 1.0 / temperature
    temperature = temperature * 0.999
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))
