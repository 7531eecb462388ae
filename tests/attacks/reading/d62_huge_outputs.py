# D62: an output of a million lines
# Without layers: fails
LINES = ",".join(['"a"'] * 1_000_000)
OUTPUTS = f'[{{"output_type": "stream", "name": "stdout", "text": [{LINES}]}}]'


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        f'{{"nbformat": 4, "cells": [{{"cell_type": "code", "source": "x = 1", "outputs": {OUTPUTS}}}]}}'
    )
    return [submission]
