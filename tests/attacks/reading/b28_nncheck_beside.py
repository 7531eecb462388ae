# B28: a file nncheck.py beside the submission
# Without layers: fails
import sys

COMMAND = [sys.executable, "-P", "-c", "from nncheck.cli import main; main()"]  # as the script does

ENVIRONMENT = {}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder.parent / "cache")  # empty: all processes are started
    for name in (
        "nncheck",
        "exercises",
        "sandboxed",
    ):
        (folder / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return [folder / "submission.py"]
