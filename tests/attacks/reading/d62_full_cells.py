# D62: as many complete cells as there is room for
# Without layers: fails
CELL = '{"cell_type":"code","source":"x=1","metadata":{},"outputs":[],"execution_count":null}'
COUNT = (5 << 20) // len(CELL + ",") - 2


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        f'{{"nbformat": 4, "nbformat_minor": 4, "metadata": {{}}, "cells": [{",".join([CELL] * COUNT)}]}}'
    )
    return [submission]
