# B31: a folder exercises/ that would take the place of ours
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    for name in ("activations", "softmax", "mine"):
        exercise = folder / "exercises" / name
        exercise.mkdir(parents=True)
        for file in ("exercise", "__init__"):
            (exercise / f"{file}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
