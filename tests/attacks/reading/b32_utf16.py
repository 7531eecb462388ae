# B32: UTF-16 with its byte order mark
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(RIGHT.encode("utf-16"))
    return [submission]
