# D61: five gigabytes of nothing in a notebook
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text('{"nbformat": 4, "cells": [')
    with submission.open("ab") as file:
        file.truncate(5 << 30)
    return [submission]
