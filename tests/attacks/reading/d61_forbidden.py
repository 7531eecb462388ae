# D61: a file and a folder that must not be opened
# Without layers: fails
import os


def plant(folder, marker):
    for name in ("submission.py", "alice"):
        path = folder / name
        path.mkdir() if name == "alice" else path.write_text("def relu(x):\n    return x\n")
        if os.geteuid() != 0:  # root opens them all the same
            path.chmod(0)
    return [folder, "--fail-under", "100"]
