"""`nncheck report`: what was graded before, read again from a gradebook or a JSON report."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from gradebooks import sql
from test_cli import ROOT, Done, assert_one_sentence, command, environment, nncheck

ACTIVATIONS = ROOT / "solutions" / "activations"
NO_NAME = (
    '{"schema": "nncheck.report/1", "submissions": [{"submission": 1, "exercises": []}], "environment": {}}'
)
UNREADABLE = b"def relu(x):\n    return '\xff'\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Submissions of three students, their gradebook, and the reports that grading them printed."""
    folder = tmp_path_factory.mktemp("course")
    files = {"ann": "right/numpy_textbook.py", "bob": "wrong/exponent-sign.py"}
    for student, file in files.items():
        (folder / "hw" / student).mkdir(parents=True)
        shutil.copy(ACTIVATIONS / file, folder / "hw" / student / "hw.py")
    (folder / "hw" / "carl").mkdir()
    (folder / "hw" / "carl" / "hw.py").write_bytes(UNREADABLE)
    for format_name in ("json", "text"):
        done = nncheck(
            *("grade", "hw", "--gradebook", "grades.db", "--exercise", "activations"),
            *("--format", format_name, "--output", f"report.{format_name}"),
            cwd=folder,
        )
        assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(params=["grades.db", "report.json"])
def source(request: pytest.FixtureRequest) -> str:
    """Each kind of source."""
    return str(request.param)


def reported(folder: Path, *arguments: str) -> str:
    """What the command prints, when all goes well."""
    done = nncheck("report", *arguments, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_json_is_what_grade_printed(folder: Path, source: str) -> None:
    """The same bytes."""
    assert reported(folder, source, "--format", "json") == (folder / "report.json").read_text("utf-8")


def test_text_is_what_grade_printed(folder: Path) -> None:
    """From a gradebook, which has everything; a JSON report has no counterexamples."""
    reported(folder, "grades.db", "--output", "again.txt")
    assert (folder / "again.txt").read_text("utf-8") == (folder / "report.text").read_text("utf-8")
    text = reported(folder, "report.json")
    assert "✗ sigmoid" in text
    assert "NN" in text
    assert "3 submissions" in text


@pytest.mark.parametrize("name", ["csv", "statistics", "canvas", "moodle"])
def test_tables_are_the_same_from_either_source(folder: Path, name: str) -> None:
    """A JSON report has all that they need."""
    first = nncheck("report", "grades.db", "--format", name, cwd=folder)
    second = nncheck("report", "report.json", "--format", name, cwd=folder)
    assert (first.returncode, first.stdout, first.stderr) == (0, second.stdout, second.stderr)
    assert "ann" in first.stdout or name == "statistics"


def test_what_could_not_be_read_is_a_zero(folder: Path, source: str) -> None:
    """Named, with the points that there were, and the reason."""
    row = reported(folder, source, "--format", "csv").splitlines()[-1]
    assert row.startswith("hw/carl/hw.py,carl,,,0.0,14.0,0,hw/carl/hw.py is not UTF-8")


@pytest.mark.parametrize("name", ["bob", "BOB"])
def test_one_student(folder: Path, source: str, name: str) -> None:
    """Theirs alone, in any format."""
    document = json.loads(reported(folder, source, "--student", name, "--format", "json"))
    assert [each["submission"] for each in document["submissions"]] == ["hw/bob/hw.py"]
    assert "ann" not in reported(folder, source, "--student", name)


def test_a_roster_is_filled_in(folder: Path, source: str) -> None:
    """And who is not in it is named on stderr."""
    (folder / "roster.csv").write_text(
        "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Nets (9)\n    Points Possible,,,,,14\n"
        '"A, Ann",1,,ann,A,\n"B, Bob",2,,bob,A,\n',
        "utf-8",
    )
    arguments = ("report", source, "--format", "canvas", "--roster", "roster.csv", "--assignment", "Nets")
    done = nncheck(*arguments, "--output", "filled.csv", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert (
        done.stderr
        == "nncheck: carl is not in roster.csv, or more than once; nothing is filled in for them\n"
    )
    lines = (folder / "filled.csv").read_text("utf-8").splitlines()
    assert lines[2] == '"A, Ann",1,,ann,A,14'
    assert 0 < float(lines[3].rpartition(",")[2]) < 14


def test_history(folder: Path, tmp_path: Path) -> None:
    """What was handed in before, and what it got."""
    shutil.copytree(folder / "hw", tmp_path / "hw")
    shutil.copy(folder / "grades.db", tmp_path / "grades.db")
    shutil.copy(tmp_path / "hw" / "ann" / "hw.py", tmp_path / "hw" / "bob" / "hw.py")
    grading = ("grade", "hw", "--gradebook", "grades.db", "--exercise", "activations")
    assert nncheck(*grading, "--format", "csv", cwd=tmp_path).returncode == 0
    lines = reported(tmp_path, "grades.db", "--history", "--student", "bob").splitlines()
    assert [line.split()[1] for line in lines] == ["student", "bob", "bob"]
    assert lines[1].split()[-1] != lines[2].split()[-1] == "100"
    table = reported(tmp_path, "grades.db", "--history", "--format", "csv").splitlines()
    assert len(table) == 1 + 4
    assert sql(str(tmp_path / "grades.db"), "SELECT count(*) FROM results") == [(3,)]


# --- what cannot be -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.db"], ("missing.db", "No such file")),
        (["hw"], ("hw", "directory")),
        (["hw/ann/hw.py"], ("hw/ann/hw.py", "neither a gradebook nor a report")),
        (["old.json"], ("nncheck.report/0", "nncheck.report/1")),
        (["grades.db", "--format", "cvs"], ("cvs", "csv")),
        (["grades.db", "--student", "bop"], ("bop", "bob")),
        (["report.json", "--history"], ("only a gradebook has a history",)),
        (["grades.db", "--history", "--format", "json"], ("text or csv",)),
        (["grades.db", "--roster", "hw/ann/hw.py"], ("--roster", "canvas")),
        (["grades.db", "--assignment", "x"], ("--assignment", "canvas")),
        (["grades.db", "--format", "moodle", "--roster", "no.csv"], ("no.csv", "No such file")),
        (["grades.db", "--format", "moodle", "--roster", "hw/carl/hw.py"], ("UTF-8",)),
        (["grades.db", "--format", "moodle", "--roster", "hw/ann/hw.py"], ("Identifier",)),
        (["grades.db", "--output", "hw"], ("hw", "a folder")),
        (["mysql://host/db"], ("mysql://", "postgresql://")),
    ],
)
def test_wrong_usage(folder: Path, arguments: list[str], words: tuple[str, ...]) -> None:
    """Exit code 2, and one sentence."""
    (folder / "old.json").write_text('{"schema": "nncheck.report/0"}', "utf-8")
    done = nncheck("report", *arguments, cwd=folder)
    assert done.returncode == 2
    assert_one_sentence(done, *words)


def test_a_damaged_result_is_a_sentence(folder: Path, tmp_path: Path) -> None:
    """And exit code 3: it is nobody's wrong answer."""
    where = tmp_path / "grades.db"
    shutil.copy(folder / "grades.db", where)
    sql(str(where), "UPDATE results SET data = x'789c'")
    done = nncheck("report", where)
    assert done.returncode == 3
    assert_one_sentence(done, "damaged", "DELETE FROM results")


@pytest.mark.parametrize(
    "document", ["[]", "{}", '{"schema": "nncheck.report/1", "submissions": [1]}', "[" * 9999, NO_NAME]
)
def test_json_that_is_no_report(tmp_path: Path, document: str) -> None:
    """Refused in one sentence."""
    (tmp_path / "x.json").write_text(document, "utf-8")
    done = nncheck("report", "x.json", cwd=tmp_path)
    assert done.returncode == 2
    assert_one_sentence(done, "x.json")


def loaded(arguments: list[str], folder: Path) -> Iterator[str]:
    """The packages that a command imports."""
    done: Done = subprocess.run(
        [sys.executable, "-X", "importtime", *command(*arguments)[1:]],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return (line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines())


def test_no_database_is_loaded_for_a_json_report(folder: Path) -> None:
    """Nor Alembic for a gradebook that is up to date, nor anything for help."""
    assert {"sqlalchemy", "alembic"} & {*loaded(["report", "report.json"], folder)} == set()
    assert {"sqlalchemy", "alembic"} & {*loaded(["report", "grades.db"], folder)} == {"sqlalchemy"}
    assert {"sqlalchemy", "msgspec", "numpy", "rich"} & {*loaded(["report", "--help"], folder)} == set()
