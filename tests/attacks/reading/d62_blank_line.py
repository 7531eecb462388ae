# D62: a line of blanks, at which searches for magics take for ever
# Without layers: fails
import json

LINE = " " * 100_000 + "\t" * 100_000 + "x.x, y.y" + " " * 50_000 + "!="
CELL = {"cell_type": "code", "source": LINE, "metadata": {}, "outputs": [], "execution_count": None}


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    notebook = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [CELL] * 4}
    submission.write_text(json.dumps(notebook))
    return [submission]
