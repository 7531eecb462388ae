# B28: a submission that is itself called numpy.py
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]


def plant(folder, marker):
    submission = folder / "numpy.py"
    evil = f"open({str(marker)!r}, 'w').close()\n"
    submission.write_text(f"try:\n    {evil}except Exception:\n    pass\n\n\ndef relu(x):\n    return x\n")
    return ["numpy.py"]
