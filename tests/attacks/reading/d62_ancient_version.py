# D62: a version of the format before all others
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text('{"nbformat": -1, "worksheets": [{"cells": []}]}')
    return [submission]
