# D61: a folder that is named as a submission
# Without layers: fails
def plant(folder, marker):
    (folder / "submission.py").mkdir()
    return [folder / "submission.py"]
