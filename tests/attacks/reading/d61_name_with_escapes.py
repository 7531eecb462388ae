# D61: names with escape sequences
# Without layers: fails
NAMES = ("\x1b[2J\x1b]0;owned\x07.py", "\x1b]8;;http:evil\x1b\\here.py", "\u202egnp.py", "\x9b31m.py")


def plant(folder, marker):
    for name in NAMES:
        (folder / name).write_text("def relu(x):\n    return x\n")
    return [*(folder / name for name in NAMES), "--fail-under", "100"]
