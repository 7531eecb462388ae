# C37: saves an array beside the gradebook
# Without layers: succeeds
import numpy as np


def attack(facts):
    np.save(facts["folder"] + "/results.npy", np.full(10, 100))
