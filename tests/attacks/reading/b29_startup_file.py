# B29: PYTHONSTARTUP and PYTHONINSPECT that lead to a file of the student
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

ENVIRONMENT = {"PYTHONSTARTUP": "startup.py", "PYTHONINSPECT": "1"}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    (folder / "startup.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
