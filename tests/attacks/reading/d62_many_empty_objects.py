# D62: a million and a half empty objects
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        f'{{"nbformat": 4, "cells": [], "metadata": {{"x": [{",".join(["{}"] * 1_700_000)}]}}}}'
    )
    return [submission]
