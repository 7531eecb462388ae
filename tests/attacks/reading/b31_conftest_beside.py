# B31: conftest.py and the other files of pytest
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]

WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    for name in ("conftest", "setup", "noxfile", "tasks"):
        (folder / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p conftest\n")
    (folder / "tox.ini").write_text("[pytest]\naddopts = -p conftest\n")
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
