# B29: PYTHONBREAKPOINT that leads to a module beside the submission
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

ENVIRONMENT = {"PYTHONBREAKPOINT": "evil.hook", "PYTHONWARNINGS": "error::evil.Warning"}


def plant(folder, marker):
    (folder / "evil.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    submission = folder / "submission.py"
    submission.write_text("def relu(x):\n    breakpoint()\n    return x\n")
    return [submission]
