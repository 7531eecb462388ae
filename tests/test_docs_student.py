"""docs/student.md: what it shows is what comes."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

from nncheck.cli.completion import PLACES

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "docs" / "student.md").read_text("utf-8")


def test_its_commands_run(tmp_path: Path) -> None:
    """One after the other, in one folder; `...` stands for what is left out."""
    (block,) = re.findall(r"^```console\n(.*?)^```", GUIDE, re.S | re.M)
    commands = [part.partition("\n")[::2] for part in re.split(r"^\$ ", block, flags=re.M)[1:]]
    assert len(commands) == 3
    program = f'{sys.executable} -m nncheck "$@"'
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    for command, output in commands:
        done = subprocess.run(
            ["sh", "-c", f"nncheck() {{ {program}; }}\n{command}"],
            cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.stderr == ""
        assert doctest.OutputChecker().check_output(output, done.stdout, doctest.ELLIPSIS), done.stdout


def test_every_shell_is_named() -> None:
    """With the place where its script belongs."""
    for shell, place in PLACES.items():
        assert f"| {shell} | `nncheck completion {shell} > {place.partition(',')[0]}`" in GUIDE
