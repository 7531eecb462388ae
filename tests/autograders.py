"""A root directory of its own, in which an autograder runs as in Gradescope's container."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

UNSHARED = ["unshare", "--mount"]
# All of / as it is, but for /autograder. Nothing of this outlives the processes in it.
ENTER = """
set -eu
root=$1; shift
for entry in /*; do
  name=${entry#/}
  if [ "$name" = autograder ]; then continue; fi
  if [ -L "$entry" ]; then ln -sfn "$(readlink "$entry")" "$root/$name"; continue; fi
  if [ -d "$entry" ]; then mkdir -p "$root/$name"; else touch "$root/$name"; fi
  mount --rbind "$entry" "$root/$name"
done
exec chroot "$root" "$@"
"""
# The packages of this environment take the place of those that setup.sh would download.
PYTHON = """#!/bin/sh
{python} "$@" || exit
case " $* " in
  *" -m venv "*) for site in venv/lib/*/site-packages; do echo {packages} >"$site/borrowed.pth"; done ;;
esac
"""


class Container:
    """Gradescope's folders, filled from an autograder's zip archive."""

    def __init__(self, root: Path, archive: Path):
        self.root, self.home = root, root / "autograder"
        self.submission, self.results = self.home / "submission", self.home / "results" / "results.json"
        for name in ("source", "submission", "results"):
            (self.home / name).mkdir(parents=True)
        with ZipFile(archive) as packed:
            packed.extractall(self.home / "source")
            for each in packed.infolist():
                (self.home / "source" / each.filename).chmod(each.external_attr >> 16 & 0o777)
        shutil.copy(self.home / "source" / "run_autograder", self.home)

    def set_up(self, programs: Path) -> None:
        """Runs setup.sh, without a network; `programs` is an empty folder."""
        packages = sysconfig.get_path("purelib")
        python = programs / "python3.13"
        python.write_text(PYTHON.format(python=sys.executable, packages=packages), "utf-8")
        python.chmod(0o755)
        path = f"{programs}:{os.environ['PATH']}"
        done = self.run(
            ["/autograder/source/setup.sh"], {"PATH": path, "PIP_NO_INDEX": "1", "PIP_NO_COMPILE": "1"}
        )
        assert done.returncode == 0, done.stdout

    def grade(self, *files: tuple[str, str]) -> dict[str, Any]:
        """What run_autograder writes for these files and their contents."""
        shutil.rmtree(self.submission)
        self.results.unlink(missing_ok=True)
        for name, content in files:
            (self.submission / name).parent.mkdir(parents=True, exist_ok=True)
            (self.submission / name).write_text(content, "utf-8")
        self.submission.mkdir(exist_ok=True)
        self.log = self.run(["/autograder/run_autograder"], {"PATH": os.environ["PATH"]}).stdout
        found: dict[str, Any] = json.loads(self.results.read_text("utf-8"))
        return found

    def run(self, command: list[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """A command in the root directory."""
        return subprocess.run(
            [*UNSHARED, "bash", "-c", ENTER, "enter", str(self.root), *command],
            cwd="/",
            env={"HOME": str(Path.home()), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
            check=False,
        )


@cache
def missing() -> str:
    """Why there can be no such root directory on this machine; "" where there can."""
    if os.geteuid() != 0:
        return "Gradescope's containers run as root, and this is another user"
    if not shutil.which("unshare"):
        return "unshare is not installed"
    trial = "mount --rbind /proc /proc && chroot --userspec=65534:65534 / true"
    done = subprocess.run([*UNSHARED, "bash", "-c", trial], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"no mounts or no other users here: {done.stderr.strip()}"
