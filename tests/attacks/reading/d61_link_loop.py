# D61: links that lead to each other, and into their own folder
# Without layers: fails
def plant(folder, marker):
    (folder / "one.py").symlink_to(folder / "two.py")
    (folder / "two.py").symlink_to(folder / "one.py")
    (folder / "deeper").symlink_to(folder, target_is_directory=True)
    return [folder, "--fail-under", "100"]
