# attack: state-that-bites
# function: sgd
# outcome: passes, because nobody looks into a state
import numpy as np


class Bite:
    """Whoever compares, copies, prints or measures it is bitten."""

    def bite(self, *arguments):
        raise SystemExit("bitten")

    __eq__ = __bool__ = __len__ = __iter__ = __repr__ = __str__ = __reduce_ex__ = __copy__ = __deepcopy__ = bite
    __hash__ = None


def sgd(w, g, state, lr):
    return w - lr * g, Bite()
