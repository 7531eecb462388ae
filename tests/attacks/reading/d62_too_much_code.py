# D62: five million characters of code in one cell
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        f'{{"nbformat": 4, "cells": [{{"cell_type": "code", "source": "{"x=1;" * 1_300_000}"}}]}}'
    )
    return [submission]
