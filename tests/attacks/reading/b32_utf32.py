# B32: UTF-32 without a byte order mark, full of NUL
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(RIGHT.encode("utf-32-le"))
    return [submission]
