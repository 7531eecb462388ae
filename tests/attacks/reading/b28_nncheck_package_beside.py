# B28: a whole package nncheck with every name that is imported
# Without layers: fails
import sys

COMMAND = [sys.executable, "-P", "-c", "from nncheck.cli import main; main()"]  # as the script does

WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    for part in ("", "cli", "cases", "sandbox", "report"):
        package = folder / "nncheck" / part
        package.mkdir(parents=True, exist_ok=True)
        for name in ("__init__", "__main__", "records", "errors", "process", "worker", "text"):
            (package / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "submission.py").write_text(WRONG)
    return [folder / "submission.py"]
