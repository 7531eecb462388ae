# A1: searches the loaded modules for a package of the grader's
# Without layers: fails
import re
import sys

GRADER = re.compile("nncheck[.](reference|records|spec|judge|pipeline)")


def attack(facts):
    return any(GRADER.match(name) for name in sys.modules)
