# D60: is a file whose own constants are too large for memory and time
# Without layers: fails
import numpy as np

ZEROS = np.zeros((1 << 20, 1 << 20))
SHIFTED = 1 << (1 << 50)
TEXT = "passed" * (1 << 60)
POWER = 9**9**9


def attack(facts):
    return POWER > SHIFTED
