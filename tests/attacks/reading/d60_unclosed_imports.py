# D60: a megabyte of imports whose parentheses are never closed
# Without layers: fails


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_text("from a import (\n" * 60_000 + "sigmoid = abs\n")
    return [submission]
