# D61: a pipe to which nobody writes
# Without layers: fails
import os


def plant(folder, marker):
    os.mkfifo(folder / "submission.py")
    os.mkfifo(folder / "submission.ipynb")
    return [folder, "--fail-under", "100"]
