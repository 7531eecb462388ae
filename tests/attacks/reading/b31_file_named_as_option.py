# B31: a file --exercises=. that a shell hands over for a star
# Without layers: fails
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    exercise = folder / "exercises" / "mine"
    exercise.mkdir(parents=True)
    (exercise / "exercise.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    (folder / "--exercises=.").touch()
    (folder / "submission.py").write_text(WRONG)
    return sorted(path.name for path in folder.iterdir())
