# A1: searches memory that was freed and not cleared
# Without layers: fails
import re

import numpy as np

GRADER = re.compile(b"nncheck[.](reference|records|spec|judge|pipeline)")


def attack(facts):
    pieces = [np.empty(1 << size, "u1") for size in range(4, 22) for _ in range(30)]
    return any(GRADER.search(piece.tobytes()) for piece in pieces)
