# D53: fills a fifth of a gigabyte with ones by numpy
# Without layers: succeeds
import numpy as np


def attack(facts):
    return len(np.ones(24 << 20)) == 24 << 20
