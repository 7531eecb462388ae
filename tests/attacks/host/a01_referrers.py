# A1: asks who else uses the modules that it uses itself
# Without layers: fails
import gc
import re

import numpy as np

GRADER = re.compile("nncheck[.](reference|records|spec|judge|pipeline)")


def attack(facts):
    names = (each.get("__name__") for each in gc.get_referrers(re, np) if type(each) is dict)
    return any(type(name) is str and GRADER.match(name) for name in names)
