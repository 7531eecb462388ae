"""The name of a peer -> the interpreter of its own virtual environment, made where it is not there yet."""

import sys
from pathlib import Path
from shutil import rmtree

from peers.peer import command, do

REQUIREMENTS = Path(__file__).with_name("requirements")
KNOWN = ("pytest", "torch", "gradescope-utils", "otter-grader", "nbgrader")
INSTALLED = "installed.txt"  # the requirements, written when all of them are in


def interpreter(name: str, folder: Path) -> Path:
    """Its interpreter; what has been installed from the same requirements before is used again.

    Raises NotMeasured when something cannot be installed.
    """
    requirements, home = REQUIREMENTS / f"{name}.txt", folder.resolve() / name
    python, installed = home / "bin" / "python", home / INSTALLED
    wanted = requirements.read_text("utf-8")
    if not installed.exists() or installed.read_text("utf-8") != wanted:
        print(f"installing {name} into {home} (once)", file=sys.stderr)
        rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        do(command(Path(sys.executable), home, sys.executable, "-m", "venv", home))
        quiet = ("-qq", "--disable-pip-version-check")
        do(command(python, home, python, "-m", "pip", "install", *quiet, "-r", requirements))
        installed.write_text(wanted, "utf-8")
    return python


def versions() -> dict[str, str]:
    """The packages that a reader wants to know, as the requirements pin them."""
    lines = [line for path in REQUIREMENTS.glob("*.txt") for line in path.read_text("utf-8").split()]
    found = dict(line.split("==") for line in lines)
    return {name: found[name] for name in KNOWN}
