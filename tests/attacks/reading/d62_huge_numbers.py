# D62: a number of five million digits, and one beyond all floats
# Without layers: fails
DIGITS = 5_000_000


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(f'{{"nbformat": {"9" * DIGITS}, "nbformat_minor": 1e999999999, "cells": []}}')
    return [submission]
