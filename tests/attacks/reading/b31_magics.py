# B31: magics and shell lines of a notebook that would run programs
# Without layers: fails
import json

MAGICS = ("!touch {0}", "x = !touch {0}", "%system touch {0}", "%%bash\ntouch {0}", "%run {1}", "%load {1}")
MORE = ("%%script python3\nopen({0!r}, 'w')", "%sx touch {0}", "%%writefile {0}\nx", "%alias_magic x {1}")


def plant(folder, marker):
    (folder / "evil.py").write_text(f"open({str(marker)!r}, 'w').close()\n")
    lines = [magic.format(str(marker), "evil.py") for magic in MAGICS + MORE]
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": line} for line in lines]
    cells.append({"cell_type": "code", "source": "def relu(x):\n    return x"})
    submission = folder / "submission.ipynb"
    submission.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": cells}))
    return [submission]
