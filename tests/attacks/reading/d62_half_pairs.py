# D62: escapes for NUL and for halves of surrogate pairs
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x = 1 #\\u0000 \\ud800 \\udc00"}]}'
    )
    return [submission]
