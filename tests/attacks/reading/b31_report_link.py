# B31: links at the names that a report might be written to
# Without layers: fails
import subprocess

WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    (folder / "report.json").symlink_to(marker)
    newest = subprocess.Popen(["true"])
    newest.wait()
    for process in range(newest.pid, newest.pid + 500):
        (folder / f".report.json.{process}").symlink_to(marker)
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py", "--format", "json", "--output", "report.json"]
