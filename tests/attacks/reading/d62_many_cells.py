# D62: a quarter of a million cells
# Without layers: fails
SIZE = 5 << 20  # as large as a notebook may be

CELL = '{"cell_type": "code"}'


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        f'{{"nbformat": 4, "cells": [{", ".join([CELL] * (SIZE // len(CELL + ", ") - 3))}]}}'
    )
    return [submission]
