# D62: a source of a million and a half empty lines
# Without layers: fails
LINES = ",".join(['""'] * 1_700_000)


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        f'{{"nbformat": 4, "nbformat_minor": 4, "cells": [{{"cell_type": "code", "source": [{LINES}]}}]}}'
    )
    return [submission]
