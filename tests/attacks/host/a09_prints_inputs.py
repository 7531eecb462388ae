# A9: prints what it was asked, and tells it in an exception's text
# Without layers: fails
import sys


def attack(facts):
    print(facts, flush=True)
    print(facts, file=sys.__stderr__, flush=True)
    raise ValueError(repr(facts))
