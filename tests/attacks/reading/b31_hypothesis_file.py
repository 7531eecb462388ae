# B31: a file .hypothesis where hypothesis wants a folder
# Without layers: fails
ENVIRONMENT = {}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder.parent / "cache")  # empty: all processes are started
    (folder / ".hypothesis").touch()
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
