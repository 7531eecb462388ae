# B28: PYTHONPATH that names the working directory
# Without layers: fails
import os
import sys

COMMAND = [sys.executable, "-P", "-c", "from nncheck.cli import main; main()"]  # as the script does

ENVIRONMENT = {"PYTHONPATH": os.pathsep.join([".", os.environ.get("PYTHONPATH", "")])}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder.parent / "cache")  # empty: all processes are started
    for name in ("click", "msgspec", "numpy", "sympy", "hypothesis", "rich"):
        (folder / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
