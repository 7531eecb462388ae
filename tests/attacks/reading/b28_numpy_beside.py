# B28: a numpy.py beside the submission
# Without layers: fails


def plant(folder, marker):
    (folder / "numpy.py").write_text(f"open({str(marker)!r}, 'w').close()\nraise SystemExit(0)\n")
    submission = folder / "submission.py"
    submission.write_text("import numpy\n\ndef sigmoid(x):\n    return numpy.zeros_like(x)\n")
    return [submission]
