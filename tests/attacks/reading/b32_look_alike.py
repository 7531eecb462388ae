# B32: a name in letters of another script that look the same
# Without layers: fails
SOURCE = "import numpy\n\n\ndef r\u0435lu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_text(SOURCE, encoding="utf-8", newline="")
    return [submission]
