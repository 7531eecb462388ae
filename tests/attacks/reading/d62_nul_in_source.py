# D62: NUL in the source of a cell
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "def relu(x):\\u0000\\n    return x"}]}'
    )
    return [submission]
