# D53: collects many arrays, each too small to be noticed
# Without layers: succeeds
import numpy as np


def attack(facts):
    kept = [np.ones(8192) for _ in range(3072)]
    return sum(map(len, kept)) == 3 << 23
