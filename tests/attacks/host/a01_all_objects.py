# A1: looks through all objects that the garbage collector knows
# Without layers: fails
import gc
import re

GRADER = re.compile("nncheck[.](reference|records|spec|judge|pipeline)")


def attack(facts):
    modules = (getattr(each, "__module__", None) for each in gc.get_objects())
    return any(type(name) is str and GRADER.match(name) for name in modules)
