# D61: a link to a device without an end
# Without layers: fails
def plant(folder, marker):
    (folder / "submission.py").symlink_to("/dev/zero")
    return [folder / "submission.py"]
