# D62: objects in objects that are never closed
# Without layers: fails
DEPTH = 500_000


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text('{"cells":' * DEPTH)
    return [submission]
