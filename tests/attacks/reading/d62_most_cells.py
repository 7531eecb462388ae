# D62: as many cells as are read, each of which fails
# Without layers: fails
import json


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    cells = [{"cell_type": "code", "source": f"raise ValueError({number})"} for number in range(5000)]
    submission.write_text(json.dumps({"nbformat": 4, "nbformat_minor": 4, "cells": cells}))
    return [submission]
