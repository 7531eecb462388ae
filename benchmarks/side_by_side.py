"""One command in several folders at the same time: what a machine can do where nothing is shared.

python benchmarks/side_by_side.py FOLDER... -- COMMAND...
"""

import subprocess
import sys


def main(arguments: list[str]) -> int:
    """Exit code 1 where the command fails in any of the folders."""
    middle = arguments.index("--")
    folders, command = arguments[:middle], arguments[middle + 1 :]
    running = [subprocess.Popen(command, cwd=folder) for folder in folders]
    return int(any([process.wait() for process in running]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
