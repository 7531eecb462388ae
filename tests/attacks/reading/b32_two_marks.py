# B32: two byte order marks, one of them inside the first word
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b"\xef\xbb\xbf" * 2 + RIGHT.encode())
    return [submission]
