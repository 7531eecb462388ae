# D62: NaN and Infinity, which are no JSON
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        '{"nbformat": 4, "nbformat_minor": 4, "cells": [], "metadata": {"x": NaN, "y": -Infinity, NaN: 1}}'
    )
    return [submission]
