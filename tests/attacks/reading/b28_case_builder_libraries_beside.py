# B28: files named as the libraries that build cases
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

ENVIRONMENT = {}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder.parent / "cache")  # empty: all processes are started
    for name in (
        "sympy",
        "hypothesis",
        "flint",
        "mpmath",
        "attr",
        "sortedcontainers",
    ):
        (folder / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return [folder / "submission.py"]
