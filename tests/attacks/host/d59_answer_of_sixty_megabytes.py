# D59: answers with nearly as much as one answer may hold
# Without layers: fails
import numpy as np


def attack(facts):
    return np.zeros(60 << 20, dtype=bool)
