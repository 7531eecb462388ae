# B19: lets the harness find other functions under its names
# Without layers: fails
import gc
import sys

import numpy as np

Program = sys.modules["sandboxed.program"].Program


class Names(dict):
    def get(self, name, default=None):
        return lambda *arguments: 0.5


for each in gc.get_objects():
    if isinstance(each, Program):
        each.namespace = Names(each.namespace)
        each.defined.clear()


def sigmoid(x):
    return np.zeros(x.shape)
