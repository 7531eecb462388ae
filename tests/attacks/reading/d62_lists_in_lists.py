# D62: a cell whose source is a list of lists
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text('{"nbformat": 4, "cells": [{"cell_type": "code", "source": [["x = 1"], [["y"]]]}]}')
    return [submission]
