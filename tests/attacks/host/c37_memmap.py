# C37: writes the gradebook through an array that is mapped to it
# Without layers: succeeds
import numpy as np


def attack(facts):
    np.memmap(facts["canary"], "u1", "r+")[:] = ord("A")
