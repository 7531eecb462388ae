# D61: a link to the right solution
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    (folder.parent / "solution.py").write_text(RIGHT)
    (folder / "submission.py").symlink_to(folder.parent / "solution.py")
    return [folder / "submission.py"]
