# B32: UTF-7, in which a comment hides code
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b"# coding: utf-7\n# +AAo-" + RIGHT.encode().replace(b"\n", b"+AAo-"))
    return [submission]
