# D62: a notebook packed with gzip
# Without layers: fails
import gzip


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_bytes(
        gzip.compress(b'{"nbformat": 4, "nbformat_minor": 4, "cells": []}' + b" " * (1 << 24))
    )
    return [submission]
