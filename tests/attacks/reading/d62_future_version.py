# D62: a version of the format that is yet to come
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text('{"nbformat": 99, "nbformat_minor": 0, "metadata": {}, "cells": []}')
    return [submission]
