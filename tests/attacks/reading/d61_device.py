# D61: an endless device that calls itself a submission
# Without layers: fails
import os
import stat


def plant(folder, marker):
    submission = folder / "submission.py"
    try:
        os.mknod(submission, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:  # not root, or in a container
        submission.symlink_to("/dev/full")
    return [submission]
