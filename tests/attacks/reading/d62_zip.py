# D62: a zip file of zeros that calls itself a notebook
# Without layers: fails
import zipfile


def plant(folder, marker):
    submission = folder / "submission.ipynb"
    with zipfile.ZipFile(submission, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("submission.ipynb", bytes(1 << 24))
    return [submission]
