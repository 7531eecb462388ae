# D62: as many objects with a key as there is room for
# Without layers: fails
OBJECTS = ",".join(['{"":0}'] * 740_000)


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        f'{{"nbformat": 4, "nbformat_minor": 4, "cells": [], "metadata": {{"x": [{OBJECTS}]}}}}'
    )
    return [submission]
