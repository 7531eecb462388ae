# B32: NUL after which some readers stop
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b"import numpy\0\n" + RIGHT.encode())
    return [submission]
