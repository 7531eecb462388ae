# D61: a link to the grader's own environment
# Without layers: fails
ENVIRONMENT = {"NNCHECK_TEST_SECRET": "import numpy"}


def plant(folder, marker):
    (folder / "submission.py").symlink_to("/proc/self/environ")
    return [folder / "submission.py"]
