# B32: unicode_escape, in which \n ends a comment
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_bytes(b"# -*- coding: unicode_escape -*-\n# \\n" + RIGHT.encode().replace(b"\n", b"\\n"))
    return [submission]
