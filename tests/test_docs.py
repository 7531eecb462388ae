"""What the documents say is true: commands run, outputs are what comes, links lead somewhere."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


Commands = list[tuple[str, str]]


def blocks(markdown: str) -> list[Commands]:
    """Every `$ command` of each console block, with the output printed under it."""
    found = re.findall(r"^```console\n(.*?)^```", markdown, re.S | re.M)
    parts = [re.split(r"^\$ ", block, flags=re.M)[1:] for block in found]
    return [[(part.partition("\n")[0], part.partition("\n")[2]) for part in block] for block in parts]


README_BLOCKS = blocks((ROOT / "README.md").read_text("utf-8"))


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the solutions, as a reader in a checkout has them."""
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "solutions", folder / "solutions")
    return folder


def test_commands_are_found() -> None:
    """The README has examples, and the reader of them finds them."""
    assert sum(map(len, README_BLOCKS)) >= 4
    assert blocks("```console\n$ a b\nc\nd\n$ e\n```\n") == [[("a b", "c\nd\n"), ("e", "")]]


@pytest.mark.parametrize("block", README_BLOCKS, ids=[block[0][0] for block in README_BLOCKS])
def test_readme_commands_run(block: Commands, workplace: Path) -> None:
    """Each command ends with 0, or 1 for a low score, and prints what the README shows (... for the rest)."""
    for command, output in block:
        program, *arguments = shlex.split(command)
        assert program == "nncheck"
        done = ran(arguments, workplace)
        assert done.returncode in (0, 1), done.stderr
        if output:
            assert doctest.OutputChecker().check_output(output, done.stdout, doctest.ELLIPSIS), done.stdout


def ran(arguments: list[str], workplace: Path) -> subprocess.CompletedProcess[str]:
    """nncheck, as a reader of the README runs it."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    return subprocess.run(
        [sys.executable, "-m", "nncheck", *arguments],
        cwd=workplace,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    """Relative links name files that exist."""
    links = re.findall(r"\]\((?!\w+:)([^)#]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
