# B28: files named as modules of the standard library
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    for name in (
        "json",
        "typing",
        "dataclasses",
        "random",
        "socket",
        "subprocess",
        "hashlib",
        "pathlib",
        "tempfile",
    ):
        (folder / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return [folder / "submission.py"]
