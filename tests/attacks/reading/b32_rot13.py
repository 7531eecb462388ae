# B32: rot13, named on the second line
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b"#!/usr/bin/env python\n# vim: set fileencoding=rot13 :\n" + RIGHT.encode())
    return [submission]
