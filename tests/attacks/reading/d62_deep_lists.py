# D62: lists in lists, two million deep
# Without layers: fails
DEPTH = 2_000_000


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        f'{{"nbformat": 4, "nbformat_minor": 4, "cells": [], "x": {"[" * DEPTH}{"]" * DEPTH}}}'
    )
    return [submission]
