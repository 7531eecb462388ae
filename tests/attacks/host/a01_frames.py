# A1: walks up the frames that called it, to the grader's modules
# Without layers: fails
import re
import sys

GRADER = re.compile("nncheck[.](reference|records|spec|judge|pipeline)")


def attack(facts):
    frame = sys._getframe()
    while frame := frame.f_back:
        held = {**frame.f_globals, **frame.f_locals}
        if any(GRADER.match(str(getattr(value, "__module__", ""))) for value in held.values()):
            return True
    return False
