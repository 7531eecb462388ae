# B32: a name in letters that NFKC makes ASCII
# Without layers: fails
SOURCE = "def \uff52\uff45\uff4c\uff55(x):\n    \U0001d630\U0001d631\U0001d634 = x\n    return ops * 0\n"


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_text(SOURCE, encoding="utf-8", newline="")
    return [submission]
