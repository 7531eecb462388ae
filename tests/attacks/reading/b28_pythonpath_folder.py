# B28: PYTHONPATH that names a folder of the submission
# Without layers: fails
import os
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

ENVIRONMENT = {}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    library = folder / "lib"
    library.mkdir()
    ENVIRONMENT["PYTHONPATH"] = os.pathsep.join([str(library), os.environ.get("PYTHONPATH", "")])
    for name in ("numpy", "flint", "platformdirs", "markdown_it"):
        (library / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
