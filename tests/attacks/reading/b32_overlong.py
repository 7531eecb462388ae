# B32: overlong UTF-8 for a line end, and halves of surrogate pairs
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b"# \xc0\x8a \xed\xa0\x80\n" + RIGHT.encode())
    return [submission]
