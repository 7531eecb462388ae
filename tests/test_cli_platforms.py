"""Formats on the command line: a file that is always there, a job's summary, and stored results."""

import json
import os
import shutil
import signal
import subprocess
import time
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from test_cli import HANGING, HOSTILE, RIGHT, UNREADABLE, WRONG, command, environment, nncheck

from nncheck.cli.platforms import always_written
from nncheck.report import FORMATS

PLATFORMS = ["classroom", "github", "gradescope", "junit", "sarif"]
ALWAYS = ["classroom", "gradescope"]


def read(format_name: str, path: Path) -> dict[str, Any]:
    """The document in a file."""
    content = path.read_bytes()
    found: dict[str, Any] = json.loads(b64decode(content) if format_name == "classroom" else content)
    return found


def reason(format_name: str, path: Path) -> str:
    """Why nothing was graded, as the platform shows it."""
    document = read(format_name, path)
    if format_name == "classroom":
        return str(document["tests"][0]["message"])
    assert (document["score"], document["tests"]) == (0, [])
    return str(document["output"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Submissions of three students, one of them unreadable, and what grading them wrote."""
    folder = tmp_path_factory.mktemp("course")
    (folder / "hw").mkdir()
    shutil.copy(RIGHT, folder / "hw" / "ann.py")
    shutil.copy(WRONG, folder / "hw" / "bob.py")
    (folder / "hw" / "carl.py").write_bytes(UNREADABLE)
    for name in ("json", *PLATFORMS):
        done = nncheck(
            *("grade", "hw", "--gradebook", "grades.db", "--function", "sigmoid", "--function", "relu"),
            *("--format", name, "--output", f"report.{name}"),
            cwd=folder,
            GITHUB_STEP_SUMMARY="",
        )
        assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.mark.parametrize("name", PLATFORMS)
def test_a_gradebook_gives_what_grade_wrote(folder: Path, name: str) -> None:
    """The same bytes, in every format."""
    done = nncheck("report", "grades.db", "--format", name, "--output", f"again.{name}", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / f"again.{name}").read_bytes() == (folder / f"report.{name}").read_bytes()


@pytest.mark.parametrize("name", ALWAYS)
def test_a_json_report_gives_the_same_scores(folder: Path, name: str) -> None:
    """It lacks counterexamples and lines, and nothing that counts."""
    done = nncheck("report", "report.json", "--format", name, "--output", f"converted.{name}", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = (read(name, folder / f"{stem}.{name}") for stem in ("report", "converted"))
    for test, other in zip(first["tests"], second["tests"], strict=True):
        assert (test["name"], test["status"]) == (other["name"], other["status"])
        assert test["score"] == pytest.approx(other["score"], abs=0.002)
    total = "max_score" if name == "classroom" else "score"
    assert first[total] == second[total]


@pytest.mark.parametrize("name", ["github", "junit", "sarif"])
def test_a_json_report_names_the_same_mistakes(folder: Path, name: str) -> None:
    """In formats that show more than points."""
    done = nncheck("report", "report.json", "--format", name, "--student", "bob", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "the sign of the exponent" in done.stdout
    assert "ann" not in done.stdout


def test_the_job_gets_its_summary(folder: Path, tmp_path: Path) -> None:
    """After what other commands of the step have written, and for no other format."""
    page = tmp_path / "summary.md"
    page.write_text("before\n", "utf-8")
    for name in ("github", "junit"):
        done = nncheck("report", "report.json", "--format", name, cwd=folder, GITHUB_STEP_SUMMARY=str(page))
        assert done.returncode == 0
    written = page.read_text("utf-8")
    assert written.startswith("before\n# nncheck\n")
    assert written.count("# nncheck") == 1
    assert "| `hw/bob.py` | `sigmoid` | 0.25 / 1 |" in written


def test_grading_writes_the_summary(tmp_path: Path) -> None:
    """As well as the annotations, which are what the log shows."""
    page = tmp_path / "summary.md"
    done = nncheck(
        "grade", WRONG, "--function", "sigmoid", "--format", "github", GITHUB_STEP_SUMMARY=str(page)
    )
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=")
    assert "`sigmoid`" in page.read_text("utf-8")


def test_a_summary_that_cannot_be_written_is_a_sentence(folder: Path, tmp_path: Path) -> None:
    """It names the variable that leads to it."""
    done = nncheck(
        "report", "report.json", "--format", "github", cwd=folder, GITHUB_STEP_SUMMARY=str(tmp_path)
    )
    assert done.returncode == 2
    assert "GITHUB_STEP_SUMMARY" in done.stderr


# --- always written -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALWAYS)
def test_a_crash_of_the_submission_is_graded(tmp_path: Path, name: str) -> None:
    """It is a submission that fails its tests."""
    done = nncheck(
        *("grade", HOSTILE, "--exercise", "activations", "--function", "sigmoid"),
        *("--format", name, "--output", tmp_path / "results"),
    )
    assert done.returncode == 1
    tests = read(name, tmp_path / "results")["tests"]
    assert tests
    assert {test["score"] for test in tests} == {0}


@pytest.mark.parametrize("name", ALWAYS)
@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["bad.py"], "UTF-8"), (["none.py"], "none.py"), (["good.py", "--exercise", "sofmax"], "sofmax")],
)
def test_what_cannot_be_graded_has_a_file_too(
    tmp_path: Path, name: str, arguments: list[str], words: str
) -> None:
    """It says what the command said; a good one of before is not mistaken for it."""
    (tmp_path / "bad.py").write_bytes(UNREADABLE)
    (tmp_path / "good.py").write_text("def relu(x):\n    return x\n", "utf-8")
    (tmp_path / "results").write_text('{"score": 100}', "utf-8")
    done = nncheck("grade", *arguments, "--format", name, "--output", "results", cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert words in reason(name, tmp_path / "results")


@pytest.mark.parametrize("name", ALWAYS)
def test_a_killed_grader_leaves_a_file(tmp_path: Path, name: str) -> None:
    """Platforms kill what takes too long, and then look for the results."""
    (tmp_path / "slow.py").write_text(f"def relu(x):\n    return x\n\n\n{HANGING}", "utf-8")
    output = tmp_path / "results"
    arguments = command("grade", "slow.py", "--format", name, "--output", "results")
    with subprocess.Popen(arguments, cwd=tmp_path, env=environment(), stderr=subprocess.DEVNULL) as process:
        deadline = time.monotonic() + 60
        while not output.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        os.kill(process.pid, signal.SIGKILL)
    assert "stopped" in reason(name, output)


@pytest.mark.parametrize("name", ALWAYS)
def test_a_failure_of_ours_has_a_file(tmp_path: Path, name: str) -> None:
    """With the reason, which steers nothing; the failure goes on its way to exit code 3."""
    output = tmp_path / "results"
    with pytest.raises(RuntimeError), always_written(FORMATS[name], output):
        raise RuntimeError("disk\x1b[2J ::error::x")
    said = reason(name, output)
    assert "disk\\x1b[2J : :error: :x" in said


def test_other_formats_leave_no_file(tmp_path: Path) -> None:
    """Nobody reads half a report where nothing asks for it."""
    done = nncheck("grade", "none.py", "--format", "junit", "--output", "results", cwd=tmp_path)
    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []
