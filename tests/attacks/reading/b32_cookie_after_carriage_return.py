# B32: an encoding named after a lone carriage return
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b"#\r# coding: cp037\r" + RIGHT.encode())
    return [submission]
