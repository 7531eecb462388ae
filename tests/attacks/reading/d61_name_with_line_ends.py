# D61: names with line ends that begin commands of build servers
# Without layers: fails
NAMES = ("a\n::error::forged\n.py", "b\r##[error]forged\r.py", "c\n##vso[task.complete]x\n.py")


def plant(folder, marker):
    for name in NAMES:
        (folder / name).write_text("def relu(x):\n    return x\n")
    return [*(folder / name for name in NAMES), "--fail-under", "100"]
