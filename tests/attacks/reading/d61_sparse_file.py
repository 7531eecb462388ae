# D61: five gigabytes of nothing in a .py file
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.py"
    with submission.open("wb") as file:
        file.truncate(5 << 30)
    return [submission]
