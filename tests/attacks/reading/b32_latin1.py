# B32: bytes of Latin-1, named as such
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b"# coding: latin-1\n# \xe9\n" + RIGHT.encode())
    return [submission]
