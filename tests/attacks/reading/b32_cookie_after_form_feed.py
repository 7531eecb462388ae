# B32: an encoding named after a form feed and an empty line
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b" \x0c\t\n \x0c# coding=utf_7\n" + RIGHT.encode())
    return [submission]
