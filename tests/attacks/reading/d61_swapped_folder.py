# D61: a folder that is replaced by a link to a solution again and again
# Without layers: fails
import sys

RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"
SWAPPING = """
import os, subprocess, sys
grading = subprocess.Popen([sys.executable, "-P", "-m", "nncheck", *sys.argv[1:]])
while grading.poll() is None:
    os.rename("alice", "away")
    os.symlink("../solutions", "alice")
    os.unlink("alice")
    os.rename("away", "alice")
sys.exit(grading.returncode)
"""
COMMAND = [sys.executable, "-c", SWAPPING]


def plant(folder, marker):
    solutions = folder.parent / "solutions"
    for place, source in ((solutions, RIGHT), (folder / "alice", "def relu(x):\n    return x\n")):
        place.mkdir()
        (place / "relu.py").write_text(source)
    return [folder, "--fail-under", "100"]
