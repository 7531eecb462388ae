"""`nncheck verify NOTES`: the command as people and workflows use it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from notes_samples import fenced

WRONG = f"# Notes\n\n{fenced('print(2 / 3)  # 0.68')}"
FIXED = f"# Notes\n\n{fenced('print(2 / 3)  # 0.67')}"


def verify(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    command = [sys.executable, "-m", "nncheck", "verify", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with notes in it."""
    (tmp_path / "wrong.md").write_text(WRONG, "utf-8")
    (tmp_path / "right.md").write_text(FIXED, "utf-8")
    (tmp_path / "open.md").write_text(fenced("import nowhere\nprint(nowhere.x)  # 0.5"), "utf-8")
    return tmp_path


def test_text(folder: Path) -> None:
    """File and line, the number printed, the program's, and how many digits are right."""
    done = verify(folder, "wrong.md")
    assert done.returncode == 1
    for part in ("wrong.md:4", "0.68", "0.6666667", "1 of the 2 digits printed is right"):
        assert part in done.stdout
    assert done.stdout.endswith("wrong.md: 1 program (1 run), 1 printed number, 1 compared\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["right.md"], 0),
        (["open.md"], 0),
        (["open.md", "--strict"], 1),
        (["right.md", "wrong.md"], 1),
        (["missing.md"], 2),
        (["right.md", "--format", "yaml"], 2),
        (["--fix"], 2),
        (["right.md", "wrong.md", "--fix", "--output", "x.md"], 2),
    ],
)
def test_exit_codes(folder: Path, arguments: list[str], code: int) -> None:
    """0 nothing wrong, 1 something is, 2 wrong usage; one sentence and no traceback."""
    done = verify(folder, *arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_fix(folder: Path) -> None:
    """The copy stands beside the notes, or where --output says; the notes stay as they are."""
    done = verify(folder, "wrong.md", "--fix")
    assert done.returncode == 1
    assert "wrong.md: 1 number corrected in wrong.fixed.md" in done.stdout
    assert (folder / "wrong.fixed.md").read_text("utf-8") == FIXED
    verify(folder, "wrong.md", "--fix", "--output", "copy.md")
    assert (folder / "copy.md").read_text("utf-8") == FIXED
    assert (folder / "wrong.md").read_text("utf-8") == WRONG


def test_fix_changes_nothing_that_is_right(folder: Path) -> None:
    """Then there is no copy."""
    done = verify(folder, "right.md", "--fix")
    assert "nothing to correct" in done.stdout
    assert not (folder / "right.fixed.md").exists()


def test_fix_does_not_overwrite_the_notes(folder: Path) -> None:
    """A copy is another file."""
    done = verify(folder, "wrong.md", "--fix", "--output", "wrong.md")
    assert done.returncode == 2
    assert (folder / "wrong.md").read_text("utf-8") == WRONG


@pytest.mark.parametrize("name", ["json", "sarif", "github", "junit"])
def test_formats_for_programs_stand_alone(folder: Path, name: str) -> None:
    """Standard output holds nothing else."""
    done = verify(folder, "wrong.md", "--format", name)
    assert done.returncode == 1
    assert "1 program" not in done.stdout
    assert "1 program" in done.stderr
    if name in ("json", "sarif"):
        json.loads(done.stdout)


def test_output(folder: Path) -> None:
    """Findings go to a file."""
    verify(folder, "wrong.md", "--format", "json", "--output", "found.json")
    (finding,) = json.loads((folder / "found.json").read_text("utf-8"))["findings"]
    assert (finding["file"], finding["line"], finding["verdict"]) == ("wrong.md", 4, "false")


def test_claims_and_notes_together(folder: Path) -> None:
    """A claims file and notes may be named in one command; comments may claim shipped examples."""
    text = "<!-- nncheck: backprop.worked.grads.W2[0,0] = 0.0822 -->\n"
    (folder / "claim.md").write_text(text, "utf-8")
    (folder / "claims.toml").write_text(
        'source = "s"\n[[claim]]\nquote = "q"\nquantity = "sigmoid(0)"\nprinted = 0.5\n', "utf-8"
    )
    done = verify(folder, "claim.md", "claims.toml", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["summary"]["true"] == 2


def test_time_and_isolation(folder: Path) -> None:
    """A program's time can be limited."""
    (folder / "long.md").write_text(fenced("while True:\n    pass\nprint(1)  # 1"), "utf-8")
    done = verify(folder, "long.md", "--timeout", "0.5", "--strict", "--require-isolation", "basic")
    assert done.returncode == 1
    assert "takes too long" in " ".join(done.stdout.split())
