# D61: a link to a file that is not there
# Without layers: fails
def plant(folder, marker):
    (folder / "submission.py").symlink_to(folder / "nowhere.py")
    return [folder / "submission.py"]
