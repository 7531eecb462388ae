# A2: maps a file as an array
# Without layers: succeeds
import numpy as np


def attack(facts):
    return bytes(np.memmap(facts["secret_file"], "u1", "r")).decode()
