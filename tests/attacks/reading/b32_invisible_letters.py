# B32: names with zero-width and blank letters
# Without layers: fails
SOURCE = "def rel\u200bu(x):\n    return x\n\n\ndef relu\u3164(x):\n    return x\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_text(SOURCE, encoding="utf-8", newline="")
    return [submission]
