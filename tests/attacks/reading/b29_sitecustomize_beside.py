# B29: sitecustomize.py and usercustomize.py beside the submission
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

ENVIRONMENT = {}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder.parent / "cache")  # empty: all processes are started
    for name in ("sitecustomize", "usercustomize", "site"):
        (folder / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
