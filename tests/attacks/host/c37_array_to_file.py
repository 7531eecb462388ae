# C37: overwrites the gradebook with an array
# Without layers: succeeds
import io

import numpy as np


def attack(facts):
    with io.FileIO(facts["canary"], "w") as file:
        np.full(10, 100).tofile(file)
