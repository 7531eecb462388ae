# D55: overflows the C stack by an object that is its own method
# Without layers: fails
import sys


class Deep:
    def __repr__(self):
        return repr([self])

    def __getattr__(self, name):
        return getattr(self, name + "x")


def attack(facts):
    sys.setrecursionlimit(10**9)
    return Deep().passed or repr(Deep())
