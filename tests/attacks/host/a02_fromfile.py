# A2: reads a file as an array of bytes, with the real builtins put back
# Without layers: succeeds
import json

import numpy as np


def attack(facts):
    real = {"__builtins__": json.loads.__globals__["__builtins__"]}
    names = {"fromfile": np.fromfile, "path": facts["secret_file"]}
    return eval("fromfile(path, 'u1').tobytes().decode()", real, names)
