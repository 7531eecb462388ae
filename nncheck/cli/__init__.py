"""The command line: makes sure where modules come from, and then imports the rest of it.

The folder that nncheck is run in may be a student's, and so may one that PYTHONPATH names: a file
numpy.py in it would be run in place of numpy, with every right of the grader. So nothing is imported
from there, here or in the processes that are started. Even this module imports only what Python
itself has loaded before; nncheck's own modules are found beside it.
"""

import gc
import os
import site
import sys

CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # or the folder of all packages


def main() -> None:
    """The entry point of the `nncheck` command."""
    sys.path[:] = filter(trusted, sys.path)
    os.environ.pop("PYTHONPATH", None)
    gc.set_threshold(50_000, 20, 20)  # imports make many objects and no garbage: 20 ms less to start
    from nncheck.cli.commands import run

    run()


def trusted(folder: str) -> bool:
    """Whether modules may come from a folder of the search path."""
    if folder in (*site.getsitepackages(), os.path.dirname(os.__file__), CHECKOUT):
        return True  # Python's own and ours, wherever we are
    untrusted = (os.curdir, *os.environ.get("PYTHONPATH", "").split(os.pathsep))
    return not any(same_folder(folder, other) for other in untrusted)


def same_folder(one: str, other: str) -> bool:
    """Whether two paths lead to one folder; as in PYTHONPATH, no path is the working directory."""
    try:
        return os.path.samefile(one or os.curdir, other or os.curdir)
    except OSError:  # a folder that is not there
        return False
