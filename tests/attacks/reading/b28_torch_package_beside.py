# B28: a package torch beside a submission that imports torch
# Without layers: fails
import sys

COMMAND = [sys.executable, "-m", "nncheck"]


def plant(folder, marker):
    (folder / "torch").mkdir()
    for name in ("__init__", "cuda", "nn"):
        (folder / "torch" / f"{name}.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    submission = folder / "submission.py"
    submission.write_text("import torch\n\n\ndef relu(x):\n    return torch.zeros_like(x)\n")
    return [submission]
