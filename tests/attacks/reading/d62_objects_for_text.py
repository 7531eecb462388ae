# D62: objects and numbers where text is wanted
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        '{"nbformat": 4, "nbformat_minor": 4, "cells": [{"cell_type": {"a": 1}, "source": 3}, null, 3, "x"]}'
    )
    return [submission]
