# A1: climbs from an empty tuple down to every class that is loaded
# Without layers: fails
import re

GRADER = re.compile("nncheck[.](reference|records|spec|judge|pipeline)")


def below(each):
    for child in type.__subclasses__(each):
        yield child
        yield from below(child)


def attack(facts):
    return any(GRADER.match(str(each.__module__)) for each in below(().__class__.__base__))
