# D62: a line that names a hundred thousand exercises
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.py"
    names = ", ".join(f"activation{number}" for number in range(60_000))
    submission.write_text(f"# nncheck: {names}\n\n\ndef relu(x):\n    return x\n")
    return [submission]
