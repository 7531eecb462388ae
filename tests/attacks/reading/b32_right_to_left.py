# B32: overrides of direction that show another program than is run
# Without layers: fails
SOURCE = (
    "def relu(x):\n    # \u202e } \u2066if x > 0\u2069 \u2066 begin\n    return x  # \u202e\u2067x\u2069\n"
)


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_text(SOURCE, encoding="utf-8", newline="")
    return [submission]
